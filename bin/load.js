'use strict';
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const head = Buffer.from('(function (exports, require, module, __filename, __dirname) { ');
const tail = Buffer.from('\n})');

/**
 * How many bytes of its code a function runs before V8 optimises it: four times the usual, since most runs end before that could have paid for
 * itself, and long ones hardly notice. Compiled code is good for one set of flags only; whoever records it comes by here, too. Where there is none
 * for a version of V8, nobody knows what its flags are, and it is left alone.
 */
const tuning = '--interrupt-budget=500000';

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
  setFlagsFromString(tuning);
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
