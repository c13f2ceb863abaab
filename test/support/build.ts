import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Vitest's global setup: the tests of the real process run `bin/mlsec.js`, and that runs what is built. Types are checked elsewhere. */
export default function build(): void {
  const root = new URL('../../', import.meta.url);
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.json', '--noCheck'], { cwd: fileURLToPath(root), stdio: 'inherit' });
}
