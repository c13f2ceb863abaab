import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type OutputChunk } from 'rolldown';
import { asciiOnly } from './ascii-only.ts';
import { lateBuiltins } from './late-builtins.ts';
import { loadGroups } from './load-groups.ts';
import { narrowedClients } from './narrowed-clients.ts';
import { packageFolder } from './third-party.ts';
import { untoldColors } from './untold-colors.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Writes the program to `dist/`: a few CommonJS files, each loaded when a command needs it. CommonJS, because Node starts without its loader of
 * modules then, and reads built-in modules without making all they could export.
 *
 * @returns the files, and what each is made of
 */
export async function bundle(): Promise<readonly OutputChunk[]> {
  rmSync(`${root}/dist`, { recursive: true, force: true });
  const build = await rolldown({
    cwd: root,
    input: { main: 'src/cli/main.ts' },
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // The SDK's modules for bundlers: of its CommonJS files, nothing could be left out.
    resolve: { mainFields: ['module', 'main'], conditionNames: ['module', 'import', 'node', 'default'] },
    plugins: [asciiOnly, lateBuiltins, untoldColors, narrowedClients(`${root}/src`)],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`the bundler warns: ${log.message}`);
      handle(level, log);
    },
  });
  const { output } = await build.write({
    // As deep as src/cli: from both, package.json is two folders up.
    dir: `${root}/dist/cli`,
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name, moduleIds }) => `${name.startsWith('dist-es') ? packageOf(moduleIds) : '[name]'}.cjs`,
    comments: false,
    sourcemap: true,
    sourcemapExcludeSources: true,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'loads', name: loadGroups(`${root}/src`) }] },
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** Most packages of the SDK call their code `dist-es`. */
function packageOf(modules: readonly string[]): string {
  return path.basename(packageFolder(modules.at(-1) ?? '') ?? '[name]');
}
