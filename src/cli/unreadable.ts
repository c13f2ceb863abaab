import { usageError } from './usage-error.ts';

/** An error of the file system in words; others are given back as they are. */
export function unreadable(path: string, error: unknown): Error {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error as Error;
  const known: Readonly<Record<string, string>> = { ENOENT: 'no such file', ENOTDIR: 'no such file', EACCES: 'permission denied' };
  return usageError(`cannot read ${path}: ${known[error.code] ?? error.code}`);
}
