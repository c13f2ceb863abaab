import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

/** More than any list of accounts, and any plan. */
const largest = 32 * 1024 * 1024;

/**
 * A small text file, or stdin where the path is `-`.
 *
 * @throws MlsecError usage
 */
export async function readText(path: string, io: Io): Promise<string> {
  const bytes =
    path === '-'
      ? await whole(io.stdin)
      : await readFile(resolve(io.cwd(), path)).catch((error: unknown) => {
          throw unreadable(path, error);
        });
  const name = path === '-' ? 'standard input' : path;
  if (bytes.length > largest) throw usageError(`${name} is larger than 32 MiB`, 'it should be a small text file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageError(`${name} is no UTF-8 text`, 'it should be a small text file');
  }
}

async function whole(chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    pieces.push(bytes);
    length += bytes.length;
    if (length > largest) break;
  }
  return Buffer.concat(pieces);
}
