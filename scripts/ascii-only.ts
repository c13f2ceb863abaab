import type { Plugin } from 'rolldown';

/**
 * Writes what is beyond ASCII as escapes, so that Node reads a file without decoding it, and V8 holds it in half the memory. Comments are gone by
 * then; what is left stands in strings, templates and patterns, where an escape means the same. A raw template would show it, so none may hold any.
 */
export const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle(_options, output) {
    for (const file of Object.values(output)) {
      if (file.type !== 'chunk') continue;
      if (/String\.raw`[^`]*[^\x00-\x7f]/.test(file.code)) throw new Error(`${file.fileName} has a raw template beyond ASCII`);
      file.code = file.code.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};
