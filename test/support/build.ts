import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Vitest's global setup: the tests of the real process run `bin/mlsec.js`, and that runs what is built. */
export default function build(): void {
  const root = new URL('../../', import.meta.url);
  const tsx = fileURLToPath(new URL('node_modules/tsx/dist/cli.mjs', root));
  execFileSync(process.execPath, [tsx, 'scripts/build.ts'], { cwd: fileURLToPath(root), stdio: 'inherit' });
}
