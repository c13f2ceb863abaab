import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of package.json; the same distance from src/cli as from dist/cli. */
export const packageRoot = join(import.meta.dirname, '..', '..');

/** The version of mlsec that is running. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}
