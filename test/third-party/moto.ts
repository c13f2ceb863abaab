import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../.venv-moto/bin/moto_server', import.meta.url));

/** Is moto there? In CI it must be; elsewhere whoever has no Python is told that these tests did not run. */
export function motoIsThere(): boolean {
  if (existsSync(program)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error('moto is not there: run scripts/moto-venv.sh first');
  process.stderr.write(
    '\nnot run: the tests on moto, an AWS of other people. To run them: scripts/moto-venv.sh (needs Python 3 and its pip)\n\n',
  );
  return false;
}

export interface Moto {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts moto on a free port of 127.0.0.1, with ids that are the same each time. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // Its interpreter of state machines calls moto itself.
  const env = { ...process.env, MOTO_PORT: String(port), AWS_ACCESS_KEY_ID: 'moto', AWS_SECRET_ACCESS_KEY: 'moto' };
  const child = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', env });
  await ready(url, child);
  await fetch(`${url}/moto-api/seed?a=42`, { method: 'POST' });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`moto ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('moto did not start within half a minute');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
