import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { usageError } from './usage-error.ts';

/**
 * Refuses to replace what is read by what is written.
 *
 * @param files absolute paths
 * @throws MlsecError usage
 */
export async function assertNotInput(files: readonly string[], input: string | undefined, cwd: string): Promise<void> {
  if (input === undefined || input === '-') return;
  const source = await real(resolve(cwd, input));
  for (const file of files) {
    if ((await real(file)) === source) throw usageError(`${input} is both read and written`, 'write the report to another file');
  }
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
