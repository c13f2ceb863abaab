import type { Plugin } from 'rolldown';

/** Functions of Node's own modules that are rarely called, and who imports them. */
const late: readonly { readonly from: string; readonly importer: RegExp; readonly functions: readonly string[] }[] = [
  // In case a command is a program of its own, which none of ours is; it brings Node's network code with it.
  { from: 'node:child_process', importer: /[\\/]commander[\\/]lib[\\/]command\.js$/, functions: ['spawn'] },
  // A report for people shows no fingerprints.
  { from: 'node:crypto', importer: /[\\/]src[\\/]engine[\\/]fingerprint\.ts$/, functions: ['createHash'] },
];

const prefix = '\0late:';

/** Loads some of Node's own modules at the first call of their functions, and not together with who imports them: some take milliseconds. */
export const lateBuiltins: Plugin = {
  name: 'late-builtins',
  resolveId: {
    filter: { id: /^node:/ },
    handler(id, importer = '') {
      const at = late.findIndex((entry) => entry.from === id && entry.importer.test(importer));
      return at === -1 ? null : { id: `${prefix}${at}`, moduleSideEffects: false };
    },
  },
  load: {
    filter: { id: /^\0late:/ },
    handler(id) {
      const { from, functions } = late[Number(id.slice(prefix.length))] ?? { from: '', functions: [] };
      return functions.map((name) => `export const ${name} = (...args) => require('${from}').${name}(...args);`).join('\n');
    },
  },
  // A package that imports in another way than before would be loaded early again, unnoticed.
  generateBundle() {
    const ids = new Set(this.getModuleIds());
    const unused = late.filter((_entry, at) => !ids.has(`${prefix}${at}`));
    if (unused.length > 0) throw new Error(`nobody imports ${unused.map(({ from }) => from).join(', ')} as expected`);
  },
};
