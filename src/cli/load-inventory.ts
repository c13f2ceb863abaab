import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { parseInventory } from '../inventory/parse-inventory.ts';
import type { OpenRows } from '../inventory/row-sink.ts';
import type { Context } from './context.ts';
import type { Io } from './io.ts';
import { readLines } from './read-lines.ts';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

/**
 * The inventory in a file that `collect` wrote, on stdin where the path is `-`, or in a folder of answers of the AWS CLI.
 *
 * @param region the Region of files in a folder that do not tell theirs
 * @throws MlsecError usage
 */
export async function loadInventory(path: string, { io, openRows }: Pick<Context, 'io' | 'openRows'>, region?: string): Promise<Inventory> {
  if (path === '-') return parsed('standard input', io.stdin, await openRows());
  const found = statOf(path, io);
  if (found.isDirectory()) return (await import('./load-folder.ts')).loadFolder(path, region, io);
  const file = resolve(io.cwd(), path);
  const small = found.isFile() && found.size <= readAtOnce;
  return small ? parsed(path, wholeFile(file)) : parsed(path, createReadStream(file, { highWaterMark: 256 * 1024 }), await openRows());
}

/** A stream takes longer to start than a small file takes to be read. */
const readAtOnce = 1024 * 1024;

function* wholeFile(path: string): Generator<Uint8Array, void> {
  yield readFileSync(path);
}

/** @throws MlsecError usage, where nothing is there */
export function isFolder(path: string, io: Io): boolean {
  return statOf(path, io).isDirectory();
}

function statOf(path: string, io: Io): Stats {
  try {
    return statSync(resolve(io.cwd(), path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * Tells of a file that is not there, or is none, in words.
 *
 * @throws MlsecError usage
 */
export function assertReadable(path: string, io: Io, folderHint: string): Stats {
  const found = statOf(path, io);
  if (found.isDirectory()) throw usageError(`cannot read ${path}: it is a folder`, folderHint);
  return found;
}

async function parsed(
  name: string,
  bytes: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array>,
  openRows?: OpenRows,
): Promise<Inventory> {
  try {
    return await parseInventory(readLines(bytes), openRows);
  } catch (error) {
    if (error instanceof MlsecError) throw new MlsecError(error.exitCode, `${name}: ${error.message}`, error.hint, { cause: error });
    throw unreadable(name, error);
  }
}
