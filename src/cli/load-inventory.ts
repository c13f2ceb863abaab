import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { parseInventory } from '../inventory/parse-inventory.ts';
import type { Io } from './io.ts';
import { readLines } from './read-lines.ts';
import { usageError } from './usage-error.ts';

/**
 * The inventory in a file that `collect` wrote, or on stdin where the path is `-`.
 *
 * @throws MlsecError usage
 */
export async function loadInventory(path: string, io: Io): Promise<Inventory> {
  if (path === '-') return parsed('standard input', io.stdin);
  const found = assertReadable(path, io, 'pass the file that `mlsec collect -o FILE` wrote; folders of AWS CLI answers cannot be read yet');
  const file = resolve(io.cwd(), path);
  const small = found.isFile() && found.size <= readAtOnce;
  return parsed(path, small ? wholeFile(file) : createReadStream(file, { highWaterMark: 256 * 1024 }));
}

/** A stream takes longer to start than a small file takes to be read. */
const readAtOnce = 1024 * 1024;

function* wholeFile(path: string): Generator<Uint8Array, void> {
  yield readFileSync(path);
}

/**
 * Tells of a file that is not there, or is none, in words.
 *
 * @throws MlsecError usage
 */
export function assertReadable(path: string, io: Io, folderHint: string): Stats {
  let found: Stats;
  try {
    found = statSync(resolve(io.cwd(), path));
  } catch (error) {
    throw unreadable(path, error);
  }
  if (found.isDirectory()) throw usageError(`cannot read ${path}: it is a folder`, folderHint);
  return found;
}

export function unreadable(path: string, error: unknown): Error {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error as Error;
  const known: Readonly<Record<string, string>> = { ENOENT: 'no such file', ENOTDIR: 'no such file', EACCES: 'permission denied' };
  return usageError(`cannot read ${path}: ${known[error.code] ?? error.code}`);
}

async function parsed(name: string, bytes: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array>): Promise<Inventory> {
  try {
    return await parseInventory(readLines(bytes));
  } catch (error) {
    if (error instanceof MlsecError) throw new MlsecError(error.exitCode, `${name}: ${error.message}`, error.hint, { cause: error });
    throw unreadable(name, error);
  }
}
