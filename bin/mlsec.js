#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(built)) {
  // 13 is what Node says when everything ends while the program still waits: that is a bug, and no exit code of ours.
  process.once('exit', (code) => {
    if (code === 13) process.exitCode = 70;
  });
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2), process);
} else {
  process.stderr.write('mlsec: error: this copy of mlsec is not built\nhint: run `npm ci`, or `npm run build`, in its folder\n');
  process.exitCode = 70;
}
