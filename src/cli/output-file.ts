import { randomUUID } from 'node:crypto';
import { access, constants, open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { batches } from './batches.ts';
import { usageError } from './usage-error.ts';

/**
 * Makes sure that a file can be written, before an hour of collecting for it.
 *
 * @throws MlsecError usage
 */
export async function assertWritable(path: string): Promise<void> {
  try {
    const target = await resolveTarget(path);
    if (target.exists) await access(target.path, constants.W_OK);
    if (!target.special) await probe(target.path);
  } catch (error) {
    throw notWritable(path, error);
  }
}

/**
 * Writes a file whole or not at all: beside its place first, and then moved there.
 *
 * Pipes and devices, which cannot be replaced, are written directly.
 *
 * @param mode the permissions; without it those of the file that is replaced, or the usual ones
 * @param signal stops the writing, and leaves what was there before
 * @throws MlsecError usage, where the file cannot be written
 */
export async function writeFileWhole(path: string, pieces: Iterable<string>, signal: AbortSignal, mode?: number): Promise<void> {
  let target: Target;
  let file: FileHandle;
  let written: string;
  try {
    target = await resolveTarget(path);
    written = target.special ? target.path : besides(target.path);
    file = await open(written, target.special ? 'w' : 'wx', mode ?? 0o666);
  } catch (error) {
    throw notWritable(path, error);
  }
  try {
    if (!target.special && (mode ?? target.mode) !== undefined) await inContext(path, file.chmod(mode ?? target.mode ?? 0o666));
    for (const batch of batches(pieces)) {
      signal.throwIfAborted();
      await inContext(path, file.write(batch));
    }
    if (!target.special) await inContext(path, file.datasync());
    await inContext(path, file.close());
    if (!target.special) await inContext(path, rename(written, target.path));
  } catch (error) {
    // The first failure is the one to tell of; a file that is closed or gone already is no second one.
    await file.close().catch(() => undefined);
    if (!target.special) await unlink(written).catch(() => undefined);
    throw error;
  }
}

interface Target {
  /** Where the bytes go, with links followed. */
  readonly path: string;
  readonly exists: boolean;
  /** A pipe or a device. */
  readonly special: boolean;
  readonly mode: number | undefined;
}

async function resolveTarget(path: string): Promise<Target> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) {
    if (/[\\/]$/.test(path)) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    return { path, exists: false, special: false, mode: undefined };
  }
  if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  return { path: await realpath(path), exists: true, special: !found.isFile(), mode: found.mode & 0o777 };
}

/** Only making a file shows for sure that one can be made. */
async function probe(path: string): Promise<void> {
  const name = besides(path);
  const file = await open(name, 'wx');
  await file.close();
  await unlink(name);
}

function besides(path: string): string {
  return join(dirname(path), `.mlsec-${randomUUID()}.tmp`);
}

async function inContext<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw notWritable(path, error);
  }
}

const hints: Readonly<Record<string, string>> = {
  EISDIR: 'it is a directory; name a file in it',
  ENOENT: 'its directory does not exist; make it first',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  ENAMETOOLONG: 'the name is too long',
};

function notWritable(path: string, error: unknown): Error {
  const code = codeOf(error);
  if (code === undefined) return error as Error;
  return usageError(`cannot write ${path}`, hints[code] ?? code);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
