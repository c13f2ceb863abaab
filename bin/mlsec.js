#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const bundle = path.join(root, 'dist', 'cli');

// What stands until the program has said otherwise: where everything ends while the program still waits, that is a bug.
process.exitCode = 70;

if (existsSync(path.join(bundle, 'main.cjs'))) {
  loadProgram().main(process.argv.slice(2), process).then(endWith);
} else {
  process.stderr.write('mlsec: error: this copy of mlsec is not built\nhint: run `npm ci`, or `npm run build`, in its folder\n');
}

/** Ends when everything written has arrived; to be ended takes Node less time than to tidy up what nobody needs any more. */
function endWith(code) {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

function loadProgram() {
  const { load, compiledFolder } = require('./load.js');
  const compiled = compiledFolder(root);
  const debug = process.argv.includes('--debug');
  if (!debug && existsSync(compiled)) return load(bundle, 'main.cjs', compiled);
  // Stack traces name the lines of the sources then. To read the source maps takes time.
  if (debug) process.setSourceMapsEnabled(true);
  return require(path.join(bundle, 'main.cjs'));
}
