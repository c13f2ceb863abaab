import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mlsec } from './spawn.ts';

const moduleLog = fileURLToPath(new URL('module-log.mjs', import.meta.url));
const bundle = new URL('../../../dist/cli/', import.meta.url);

export interface Loaded {
  /** The files of the bundle, by name. */
  readonly files: readonly string[];
  /** The packages that something in those files is from. */
  readonly packages: ReadonlySet<string>;
  /** What was loaded besides: Node's own modules. */
  readonly others: readonly string[];
}

/** What a run of the built program loads, as Node sees it; and what that is made of, as the source maps tell. */
export async function loadedBy(args: readonly string[], log: string, env: Record<string, string> = {}): Promise<Loaded> {
  writeFileSync(log, '');
  await mlsec(args, { node: ['--import', moduleLog], env: { ...env, MODULE_LOG: log } });
  const names = [...new Set(readFileSync(log, 'utf8').trim().split('\n'))];
  const files = [...new Set(names.filter((name) => name.endsWith('.cjs')).map((name) => basename(name)))];
  return {
    files,
    packages: new Set(files.flatMap(packagesIn)),
    others: names.filter((name) => !name.endsWith('.cjs') && !name.endsWith('.js')),
  };
}

/** The packages that a file of the bundle holds something of. */
export function packagesIn(file: string): readonly string[] {
  const map = new URL(`${file}.map`, bundle);
  // What the bundler itself adds has none.
  if (!existsSync(map)) return [];
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };
  return sources.flatMap((source) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(source)?.[1] ?? []);
}
