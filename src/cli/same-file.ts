import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { usageError } from './usage-error.ts';

/**
 * Refuses to replace what is read by what is written.
 *
 * @param files absolute paths
 * @throws MlsecError usage
 */
export function assertNotInput(files: readonly string[], input: string | undefined, cwd: string): void {
  if (input === undefined || input === '-') return;
  const source = real(resolve(cwd, input));
  for (const file of files) {
    if (real(file) === source) throw usageError(`${input} is both read and written`, 'write the report to another file');
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
