import type { Plugin } from 'rolldown';

/**
 * Chalk looks for the colours of the terminal when it is loaded, and loads `node:os` and `node:tty` for that; it is always told a level here. And
 * `debug` takes a package for the same purpose if there happens to be one.
 */
export const untoldColors: Plugin = {
  name: 'untold-colors',
  resolveId: { filter: { id: /^#?supports-color$/ }, handler: () => ({ id: '\0no-colors', moduleSideEffects: false }) },
  load: { filter: { id: /^\0no-colors$/ }, handler: () => 'export default { stdout: false, stderr: false };' },
};
