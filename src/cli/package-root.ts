import { readFileSync } from 'node:fs';

/** The folder of package.json; the same distance from src/cli as from dist/cli. */
export const packageRoot = new URL('../../', import.meta.url);

/** The version of mlsec that is running. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { readonly version: string };
  return manifest.version;
}
