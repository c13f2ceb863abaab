import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../src/checks/index.ts';
import { loadAccount, demoAccountPath } from '../test/support/aws/account.ts';
import { startLoopback } from '../test/support/aws/loopback.ts';
import { checksLeadingTo } from './checks-leading-to.ts';
import { median } from './median.ts';
import { table } from './table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const binary = join(root, 'bin', 'mlsec.js');
const bare = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8', AWS_EC2_METADATA_DISABLED: 'true' };

interface Measured {
  readonly name: string;
  readonly aim: string;
  /** Milliseconds. */
  readonly run: () => number | Promise<number>;
}

/**
 * How long it takes until something happens, each as a ratio to a Node.js that does nothing, in the same run: medians of interleaved rounds.
 *
 * @param rounds how often each is run
 */
export async function startup(rounds: number): Promise<string> {
  const aws = await startLoopback(loadAccount(demoAccountPath));
  const live = { ...bare, ...aws.environment(), AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  const demo = ['audit', '--demo', '--fail-on', 'none', '--allow-incomplete'];
  const copy = withoutCompiledCode();
  const measured: readonly Measured[] = [
    { name: '`node -e 0`', aim: '', run: () => timeOf(['-e', '0']) },
    { name: '`mlsec --version`', aim: '1.6', run: () => timeOf([binary, '--version']) },
    { name: '`mlsec --help`', aim: '', run: () => timeOf([binary, '--help']) },
    { name: '`mlsec audit --demo`', aim: '3', run: () => timeOf([binary, ...demo]) },
    { name: '`mlsec audit --demo`, built by another Node.js', aim: '', run: () => timeOf([join(copy, 'bin', 'mlsec.js'), ...demo]) },
    { name: '`mlsec audit --demo -f json`', aim: '', run: () => timeOf([binary, ...demo, '-f', 'json']) },
    { name: 'live `mlsec audit`, to the first request', aim: '', run: () => timeToFirstRequest(live, () => aws.calls.length) },
    {
      name: 'without the checks that follow packets',
      aim: '1.1',
      run: () => timeOf([binary, ...demo, ...withoutChecks('network/walk.ts')]),
    },
    { name: 'without those that solve policies', aim: '', run: () => timeOf([binary, ...demo, ...withoutChecks('iam/problem.ts')]) },
  ];
  const times = measured.map((): number[] => []);
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, { run }] of measured.entries()) {
        aws.reset();
        const time = await run();
        // The first round fills the caches of the file system.
        if (round > 0) times[at]?.push(time);
      }
    }
  } finally {
    rmSync(copy, { recursive: true });
    await aws.close();
  }
  const [whole, partly] = [measured.slice(0, -2), measured.slice(-2)];
  const medians = new Map(measured.map((each, at) => [each, median(times[at] ?? [])]));
  const row = (each: Measured, ratio: (time: number) => number): readonly string[] => {
    const time = medians.get(each) ?? NaN;
    return [each.name, ratio(time).toFixed(2), each.aim === '' ? '' : `≤ ${each.aim}`, time.toFixed(0)];
  };
  const [base, , , all] = whole.map((each) => medians.get(each) ?? NaN);
  return [
    table(
      ['', 'ratio', 'aim', 'median (ms)'],
      whole.map((each) => row(each, (time) => time / (base ?? NaN))),
    ),
    table(
      ['`mlsec audit --demo`', 'all checks take', 'aim', 'median (ms)'],
      partly.map((each) => row(each, (time) => (all ?? NaN) / time)),
    ),
  ].join('\n\n');
}

/** The options that leave out every check whose code leads to a file of the source. */
function withoutChecks(file: string): readonly string[] {
  const left = new Set(checksLeadingTo(file));
  return ['--check', checks.flatMap(({ id }) => (left.has(id) ? [] : [id])).join()];
}

/** What is published, but for the code that the V8 of this Node.js compiled: what another version of Node.js finds. */
function withoutCompiledCode(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlsec-bench-'));
  for (const part of ['bin', 'dist/cli', 'fixtures/accounts', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  return folder;
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const ended = spawnSync(process.execPath, args, { env: bare, stdio: 'ignore' });
  if (ended.status !== 0) throw new Error(`${args.join(' ')} ended with ${ended.status}`);
  return performance.now() - start;
}

/** Until the first request reaches AWS; what then follows is AWS's own time and the pace of its quotas. */
function timeToFirstRequest(env: Record<string, string>, calls: () => number): Promise<number> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [binary, 'audit', '--region', 'eu-west-1'], { env, stdio: 'ignore' });
    const timer = setInterval(() => {
      if (calls() === 0) return;
      clearInterval(timer);
      const time = performance.now() - start;
      child.once('exit', () => resolve(time));
      child.kill('SIGKILL');
    }, 1);
  });
}
