import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

export const binary = fileURLToPath(new URL('../../../bin/mlsec.js', import.meta.url));

export interface SpawnOptions {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** What the process reads. */
  readonly stdin?: string;
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
  /** Is told of the process as soon as it runs. */
  readonly running?: (child: ChildProcess) => void;
}

export interface Ended {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No file, variable or metadata service of this machine may lend credentials to a test. */
const bareEnvironment: Record<string, string> = {
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  LANG: 'C.UTF-8',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Runs the built CLI as a process of its own. */
export function mlsec(args: readonly string[], { env = {}, cwd = tmpdir(), stdin, node = [], running }: SpawnOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, binary, ...args], {
      cwd,
      env: { ...bareEnvironment, ...env },
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdin?.end(stdin);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exit, signal) => resolve({ exit, signal, stdout, stderr }));
    running?.(child);
  });
}
