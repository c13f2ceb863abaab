import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mlsec, type Ended } from '../cli/support/spawn.ts';
import { estate, first, second, third } from '../support/aws/build-estate.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import type { JsonReport } from './report-of.ts';

// Each test runs several processes of its own, which a busy machine runs slowly.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'mlsec-resume-'));
const file = (name: string): string => join(folder, name);
const unit = (state: string, account: string, region: string): string => file(`${state}/units/${account}.${region}.ndjson`);

let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback(estate());
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => aws.reset());

const scan = [
  'audit',
  '-f',
  'json',
  '--org',
  '--region',
  'all',
  '--since',
  '2026-08-25',
  '--check',
  'workload-outside-vpc,user-profile-shared-execution-role',
];
type Running = NonNullable<Parameters<typeof mlsec>[1]>['running'];
const run = (args: readonly string[], running?: Running): Promise<Ended> =>
  mlsec(args, { env: aws.environment(first, 'eu-west-1'), cwd: folder, ...(running === undefined ? {} : { running }) });
const verdictsOf = ({ stdout, stderr }: Ended): unknown => {
  if (stdout === '') throw new Error(stderr);
  const { findings, gaps, scope } = JSON.parse(stdout) as JsonReport;
  return { findings, gaps, accounts: scope.accounts, regions: scope.regions };
};
/** Whom the scan read anything of, beside asking who it is and which accounts there are. */
const asked = (): readonly string[] =>
  [
    ...new Set(
      aws.calls.filter(({ service }) => !/^(sts|organizations)$/.test(service)).map(({ account, region }) => `${account} ${region}`),
    ),
  ].sort();

/** Runs a scan in which the third account does not answer, and ends the process as soon as the others are kept. */
async function broken(state: string, signal: NodeJS.Signals): Promise<Ended> {
  aws.setFault({ kind: 'hang', operation: 'sagemaker:*', account: third });
  const others = [
    unit(state, first, 'eu-central-1'),
    unit(state, first, 'eu-west-1'),
    unit(state, first, 'aws-global'),
    unit(state, second, 'eu-west-1'),
    unit(state, second, 'aws-global'),
    // It tells its Regions and its users, and hangs where it is asked for what SageMaker runs.
    unit(state, third, 'aws-global'),
  ];
  const ended = await run([...scan, '--state', state], (child) => {
    void (async () => {
      while (!others.every(existsSync)) await sleep(20);
      child.kill(signal);
    })();
  });
  aws.reset();
  return ended;
}

describe('a scan that is killed', () => {
  let undisturbed: unknown;
  let killed: Ended;
  beforeAll(async () => {
    undisturbed = verdictsOf(await run(scan));
    aws.reset();
    killed = await broken('killed', 'SIGKILL');
  });

  it('leaves what it has finished, for its owner’s eyes alone, and nothing half', () => {
    expect(killed).toMatchObject({ exit: null, signal: 'SIGKILL', stdout: '' });
    for (const path of [file('killed/state.json'), unit('killed', second, 'eu-west-1')]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(file('killed')).mode & 0o777).toBe(0o700);
    expect(existsSync(unit('killed', third, 'eu-west-1'))).toBe(false);
  });

  it('goes on with what is missing, and with nothing else', async () => {
    const ended = await run([...scan, '--state', 'killed', '--resume']);
    expect(verdictsOf(ended)).toEqual(undisturbed);
    expect(asked()).toEqual([`${third} eu-west-1`]);
    expect(aws.calls.filter(({ operation }) => operation === 'AssumeRole')).toHaveLength(1);
    const { startedAt } = JSON.parse(readFileSync(file('killed/state.json'), 'utf8')) as { startedAt: string };
    expect((JSON.parse(ended.stdout) as JsonReport).scope.startedAt).toBe(startedAt);
  });

  it('once whole, asks for nothing that was read', async () => {
    expect(verdictsOf(await run([...scan, '--state', 'killed', '--resume']))).toEqual(undisturbed);
    expect(asked()).toEqual([]);
    expect(aws.calls.map(({ operation }) => operation)).toEqual(['GetCallerIdentity', 'ListAccounts']);
  });

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -20)],
    ['changed', (text) => text.replace('of-second', 'of-nobody')],
    ['empty', () => ''],
    ['those of another unit', () => readFileSync(unit('killed', third, 'eu-west-1'), 'utf8')],
  ])('reads a unit again whose facts are %s', async (_how, change) => {
    const path = unit('killed', second, 'eu-west-1');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const ended = await run([...scan, '--state', 'killed', '--resume']);
    expect(verdictsOf(ended)).toEqual(undisturbed);
    expect(ended.stderr).toContain(`what was kept of ${second} eu-west-1 is damaged, and is read again`);
    expect(asked()).toEqual([`${second} eu-west-1`]);
  });
});

describe.skipIf(process.platform === 'win32')('a scan that is interrupted', () => {
  it('reports what it has, and goes on later', async () => {
    const ended = await broken('interrupted', 'SIGINT');
    expect(ended.exit).toBe(130);
    const { findings, scope } = JSON.parse(ended.stdout) as JsonReport;
    expect(scope).toMatchObject({ accounts: [first, second, third], complete: false });
    expect(findings.filter(({ resource }) => resource.account === third).map(({ status }) => status)).not.toContain('pass');
    expect(existsSync(unit('interrupted', third, 'eu-west-1'))).toBe(false);
    const later = await run([...scan, '--state', 'interrupted', '--resume', '--fail-on', 'none']);
    expect([later.exit, asked()]).toEqual([0, [`${third} eu-west-1`]]);
  });
});

describe('a scan that runs out of credentials', () => {
  it('keeps what it has, and reads the rest again; what AWS refuses is not asked for twice', async () => {
    aws.setFault({ kind: 'expired-token', operation: 'sagemaker:*', account: second });
    aws.setFault({ kind: 'access-denied', operation: 'sagemaker:ListModels', account: third });
    const ended = await run([...scan, '--state', 'expired']);
    expect(ended.stderr).toContain('not all was read to its end; what was is kept in expired: the same command with --resume goes on');
    aws.reset();
    const later = await run([...scan, '--state', 'expired', '--resume']);
    expect(asked()).toEqual([`${second} eu-west-1`]);
    const { gaps } = JSON.parse(later.stdout) as JsonReport;
    expect(gaps).toMatchObject([{ operation: 'sagemaker:ListModels', account: third }]);
    expect(later.stderr).not.toContain('--resume');
  });
});

describe('a collection', () => {
  it('is kept and continued alike', async () => {
    const collect = ['collect', '-o', 'out.ndjson', '--account', `${first},${second}`, '--region', 'eu-west-1', '--state', 'collected'];
    aws.setFault({ kind: 'throttle', operation: 'ec2:DescribeVpcs', account: second });
    await mlsec(collect, { env: { ...aws.environment(first, 'eu-west-1'), AWS_MAX_ATTEMPTS: '1' }, cwd: folder });
    aws.reset();
    expect((await run([...collect, '--resume'])).exit).toBe(0);
    expect(asked()).toEqual([`${second} eu-west-1`]);
    expect(readFileSync(file('out.ndjson'), 'utf8')).not.toContain('"known":false');
  });
});

describe('what is no state to continue', () => {
  beforeAll(async () => {
    await run([...scan, '--state', 'done', '--fail-on', 'none']);
    writeFileSync(file('not-a-folder'), '');
    aws.reset();
  });

  const state = (change: (text: string) => string) => (): void => {
    const path = file('done/state.json');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };

  it.each<[string, string[], string, (() => void)?]>([
    ['a folder of an earlier scan, without saying so', ['--state', 'done'], 'holds a scan that began at'],
    ['one with other Regions', ['--state', 'done', '--resume', '--region', 'eu-west-1'], 'holds a scan with another region'],
    ['one with another role', ['--state', 'done', '--resume', '--role-name', 'other'], 'holds a scan with another role'],
    [
      'one with other checks',
      ['--state', 'done', '--resume', '--check', 'notebook-root-access'],
      'holds a scan with another set of checks',
    ],
    ['one with other accounts', ['--state', 'done', '--resume', '--exclude-account', second], 'holds a scan with another account'],
    ['one with another time', ['--state', 'done', '--resume', '--since', '1d'], 'holds a scan with another since'],
    ['a folder with something else in it', ['--state', '.'], 'is not empty, and holds no state of a scan'],
    ['no folder', ['--state', 'not-a-folder'], 'cannot read not-a-folder'],
    ['nothing at all', ['--resume'], '--resume has no effect without --state'],
    [
      'one of another version',
      ['--state', 'done', '--resume'],
      'was written by mlsec 0.0.1',
      state((text) => text.replace(/"mlsec": "[^"]*"/, '"mlsec": "0.0.1"')),
    ],
    ['a damaged one', ['--state', 'done', '--resume'], 'done is damaged', state((text) => text.slice(0, 40))],
  ])('%s', async (_what, options, message, before) => {
    before?.();
    const regions = options.includes('--region') ? [] : ['--region', 'all'];
    const since = options.includes('--since') ? [] : ['--since', '2026-08-25'];
    const checks = options.includes('--check') ? [] : ['--check', 'workload-outside-vpc,user-profile-shared-execution-role'];
    const { exit, stdout, stderr } = await run(['audit', '--org', ...regions, ...since, ...checks, ...options]);
    expect([exit, stdout, aws.calls.length], stderr).toEqual([2, '', 0]);
    expect(stderr).toContain(message);
  });
});
