'use strict';
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const head = Buffer.from('(function (exports, require, module, __filename, __dirname) { ');
const tail = Buffer.from('\n})');

/**
 * Loads a file of the bundle and whatever it requires, as `require` would, but with the code that V8 compiled when the bundle was made. To
 * compile it anew takes longer than to run it.
 *
 * @param {string} bundle the folder of the bundle's files
 * @param {string} name the file
 * @param {string} compiled the folder of their compiled code, see `compiledFolder`
 * @param {(name: string, script: Script) => void} onScript is told of each file
 */
function load(bundle, name, compiled, onScript = () => undefined) {
  const modules = new Map();
  const requireFrom = (id) => (id.startsWith('./') ? loadOne(id.slice(2)) : require(id));
  const loadOne = (file) => {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const filename = path.join(bundle, file);
    // The bundle is ASCII. Put together as bytes, for a string put together is held twice.
    const script = new Script(Buffer.concat([head, readFileSync(filename), tail]).latin1Slice(), {
      filename,
      // V8 refuses what was compiled from a source of another length, by another version, or with other flags, and compiles anew.
      cachedData: readIfThere(path.join(compiled, file)),
    });
    onScript(file, script);
    script.runInThisContext()(module.exports, requireFrom, module, filename, bundle);
    return module.exports;
  };
  return loadOne(name);
}

/** Only what was loaded when the bundle was made has been compiled. */
function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Where the code lies that this version of V8 compiled. It is made with the bundle and never written when mlsec runs: who can change it can
 * change the program as well.
 *
 * @param {string} root the folder of the package
 */
function compiledFolder(root) {
  return path.join(root, 'dist', 'compiled', `${process.versions.v8}-${process.arch}`);
}

module.exports = { load, compiledFolder };
