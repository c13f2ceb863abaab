import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { parseInventory } from '../inventory/parse-inventory.ts';
import type { Io } from './io.ts';
import { readLines } from './read-lines.ts';
import { loadFolder } from './load-folder.ts';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

/**
 * The inventory in a file that `collect` wrote, on stdin where the path is `-`, or in a folder of answers of the AWS CLI.
 *
 * @param region the Region of files in a folder that do not tell theirs
 * @throws MlsecError usage
 */
export async function loadInventory(path: string, io: Io, region?: string): Promise<Inventory> {
  if (path === '-') return parsed('standard input', io.stdin);
  if (await isFolder(path, io)) return loadFolder(path, region, io);
  return parsed(path, createReadStream(resolve(io.cwd(), path), { highWaterMark: 256 * 1024 }));
}

/** @throws MlsecError usage, where nothing is there */
export async function isFolder(path: string, io: Io): Promise<boolean> {
  const found = await stat(resolve(io.cwd(), path)).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return found.isDirectory();
}

/**
 * Tells of a file that is not there, or is none, in words.
 *
 * @throws MlsecError usage
 */
export async function assertReadable(path: string, io: Io, folderHint: string): Promise<void> {
  if (await isFolder(path, io)) throw usageError(`cannot read ${path}: it is a folder`, folderHint);
}

async function parsed(name: string, bytes: AsyncIterable<Uint8Array | string>): Promise<Inventory> {
  try {
    return await parseInventory(readLines(bytes));
  } catch (error) {
    if (error instanceof MlsecError) throw new MlsecError(error.exitCode, `${name}: ${error.message}`, error.hint, { cause: error });
    throw unreadable(name, error);
  }
}
