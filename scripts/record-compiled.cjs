'use strict';
// Runs mlsec with the arguments behind the first, which is the exit code to expect; and writes what V8 has compiled by then: what lay there before, and what ran now.
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { compiledFolder, load } = require('../bin/load.js');

const [expected, ...args] = process.argv.slice(2);
const root = path.join(__dirname, '..');
const compiled = compiledFolder(root);
const scripts = new Map();

/** @param {number} code the exit code of the run */
function keep(code) {
  mkdirSync(compiled, { recursive: true });
  for (const [name, script] of scripts) writeFileSync(path.join(compiled, name), script.createCachedData());
  process.exitCode = code === Number(expected) ? 0 : 1;
}

load(path.join(root, 'dist', 'cli'), 'main.cjs', compiled, (name, script) => scripts.set(name, script))
  .main(args, process)
  .then(keep);
