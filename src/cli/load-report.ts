import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Report } from '../core/report.ts';
import type { Io } from './io.ts';
import { assertReadable } from './load-inventory.ts';
import { parseReport } from './parse-report.ts';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

/** Well below the longest string that Node can hold. */
const largest = 400 * 1024 * 1024;

/**
 * The report in a JSON file that `audit` wrote, or on stdin where the path is `-`.
 *
 * @throws MlsecError usage
 */
export async function loadReport(path: string, io: Io): Promise<Report> {
  const name = path === '-' ? 'standard input' : path;
  if (path !== '-') assertReadable(path, io, 'pass the file that `mlsec audit -o json=FILE` wrote');
  try {
    return parseReport(await readText(path === '-' ? io.stdin : createReadStream(resolve(io.cwd(), path))));
  } catch (error) {
    if (error instanceof MlsecError) throw new MlsecError(error.exitCode, `${name}: ${error.message}`, error.hint, { cause: error });
    throw unreadable(name, error);
  }
}

/** All of a stream as text; what does not begin like a report, or is too large for one, is not read to its end. */
async function readText(chunks: AsyncIterable<Uint8Array | string>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (length === 0 && !/^\uFEFF?\s*\{/.test(Buffer.from(bytes.subarray(0, 256)).toString('utf8'))) {
      throw usageError('not an mlsec report', 'a report is what `mlsec audit -f json` writes');
    }
    length += bytes.length;
    if (length > largest) throw usageError('larger than 400 MiB', 'write the other formats in the same run as the audit: -o FORMAT=PATH');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
