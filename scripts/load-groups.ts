import path from 'node:path';

/** What the program loads in one go, in the order in which it does: a file of the bundle, and the modules whose imports make it up. */
const loads: readonly (readonly [file: string, ...modules: readonly string[]])[] = [
  // `--version` needs this alone.
  ['start', 'cli/main.ts'],
  ['cli', 'cli/program.ts', 'cli/print-error.ts', 'reporters/index.ts'],
  ['judge', 'checks/index.ts', 'engine/audit.ts'],
  ['terminal', 'reporters/terminal.ts'],
  ['collect', 'collectors/collect.ts'],
];

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Names the file of the bundle that a module goes to: that of the first load that brings it. Modules of no load (formats, clients and credentials
 * of the SDK) are left to the bundler, which gives each `import()` a file of its own.
 *
 * Node takes longer to find and open ten small files than to read one; but what does not run should not be read.
 *
 * @param src the folder of our sources
 */
export function loadGroups(src: string): (id: string, graph: ModuleGraph) => string | null {
  let files: ReadonlyMap<string, string> | undefined;
  return (id, graph) => (files ??= filesOf(src, graph)).get(id) ?? null;
}

function filesOf(src: string, graph: ModuleGraph): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [file, ...modules] of loads) {
    const open = modules.map((module) => path.join(src, module));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (files.has(id)) continue;
      const info = graph.getModuleInfo(id);
      if (info === null) throw new Error(`${id} is not in the bundle`);
      files.set(id, file);
      open.push(...info.importedIds.filter((imported) => graph.getModuleInfo(imported) !== null));
    }
  }
  return files;
}
