import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mlsec, type Ended } from '../cli/support/spawn.ts';
import { demoAccountPath, loadAccount } from '../support/aws/account.ts';
import { estate, first, second } from '../support/aws/build-estate.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { splitAccount } from '../support/aws/split-account.ts';
import { verdicts, type JsonReport } from './report-of.ts';

// Each test runs several processes of its own, which a busy machine runs slowly.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'mlsec-shards-'));
const file = (name: string): string => join(folder, name);
const hub = '999900001111';
/** Two Regions and a network that lies in an account of its own; and an account that lets nobody in. */
const [spoke, egress] = splitAccount(loadAccount(demoAccountPath), 'eu-west-1', 'vpc-0a3083687ee111912', hub);
const [, closed] = estate();
const all = ['--account', `${first},${hub},${second}`, '--region', 'all', '--since', '2026-08-25'];

let aws: Loopback;
const run = (...args: readonly string[]): Promise<Ended> => mlsec(args, { env: aws.environment(first, 'eu-west-1'), cwd: folder });
const report = ({ stdout, stderr }: Ended): JsonReport => {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as JsonReport;
};
const timeless = ({ scope, ...rest }: JsonReport) => ({ ...rest, scope: { ...scope, startedAt: '', completedAt: '', plan: undefined } });
const calls = (operation: string): number => aws.calls.filter((call) => `${call.service}:${call.operation}` === operation).length;

beforeAll(async () => {
  aws = await startLoopback([spoke, egress, { ...closed, audited: { roleName: 'other' } }]);
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => aws.reset());

describe('a plan', () => {
  it('names every account and Region, sorted, and the account that says none', async () => {
    const ended = await run('plan', ...all, '-o', 'plan.json', '--items', 'items.json');
    expect(ended).toMatchObject({ exit: 0, stdout: '' });
    const plan = JSON.parse(readFileSync(file('plan.json'), 'utf8')) as { id: string; units: unknown };
    expect(plan.units).toEqual([
      { account: first, region: 'eu-central-1' },
      { account: first, region: 'eu-west-1' },
      { account: second, region: 'all' },
      { account: hub, region: 'eu-west-1' },
    ]);
    expect(JSON.parse(readFileSync(file('items.json'), 'utf8'))).toEqual([{ unit: first }, { unit: second }, { unit: hub }]);
    expect(ended.stderr).toContain(`account ${second} does not say which Regions it has enabled (sts:AssumeRole: AccessDenied)`);
    expect(ended.stderr).toContain(`planned 4 units of 3 accounts: plan ${plan.id.slice(0, 12)}`);
    // One to learn the Regions of each, and nothing that would be read again.
    expect(new Set(aws.calls.map(({ service, operation }) => `${service}:${operation}`))).toEqual(
      new Set(['sts:GetCallerIdentity', 'sts:AssumeRole', 'ec2:DescribeRegions']),
    );
  });

  it('is the same whenever it is made of the same', async () => {
    const before = readFileSync(file('plan.json'), 'utf8');
    await run('plan', ...all, '-o', 'again.json');
    expect(readFileSync(file('again.json'), 'utf8')).toBe(before);
  });

  it('of named Regions enters nobody', async () => {
    await run('plan', '--account', `${first},${second}`, '--region', 'eu-west-1', '-o', 'named.json');
    expect(calls('sts:AssumeRole')).toBe(0);
  });
});

describe('shards of inventories', () => {
  const shards = ['one.ndjson', 'two.ndjson', 'three.ndjson'];
  let whole: JsonReport;
  beforeAll(async () => {
    whole = report(await run('audit', ...all, '-f', 'json'));
    for (const [index, name] of shards.entries()) {
      const { exit, stderr } = await run('collect', '--plan', 'plan.json', '--shard', `${index + 1}/3`, '-o', name);
      if (exit !== 0) throw new Error(stderr);
    }
  }, 120_000);

  it('merged are one report, and that of a single run: proofs across accounts, gaps and all', async () => {
    const merged = report(await run('merge', ...shards.toReversed(), '--plan', 'plan.json', '-f', 'json'));
    expect(timeless(merged)).toEqual(timeless(whole));
    expect(merged.scope.plan).toMatchObject({ of: 4, units: expect.arrayContaining([`${second}/all`]) as unknown });
    expect(merged.gaps.some(({ operation, account }) => operation === 'sts:AssumeRole' && account === second)).toBe(true);
  });

  it('give the same bytes in any order, and apply the gate once', async () => {
    const [a, b] = [await run('merge', ...shards, '-f', 'json'), await run('merge', ...shards.toReversed(), '-f', 'json')];
    expect(a.stdout).toBe(b.stdout);
    expect([a.exit, a.stderr.match(/exit \d/g)]).toEqual([1, ['exit 1']]);
    expect((await run('merge', ...shards, '-o', 'json=out.json', '--fail-on', 'none')).exit).toBe(0);
    expect(readFileSync(file('out.json'), 'utf8')).toBe(a.stdout);
  });

  it('lie in a folder, are saved as one, and are judged by the checks that are asked for', async () => {
    mkdirSync(file('shards'));
    for (const name of shards) writeFileSync(file(`shards/${name}`), readFileSync(file(name)));
    const merged = await run('merge', 'shards', '--save', 'merged.ndjson', '--family', 'root-access', '-f', 'json');
    expect(report(merged).scope.selection).toEqual(['root-access']);
    expect(statSync(file('merged.ndjson')).mode & 0o777).toBe(0o600);
    expect((await run('audit', '--inventory', 'merged.ndjson', '--family', 'root-access', '-f', 'json')).stdout).toBe(merged.stdout);
  });

  it('read what belongs to an account once, however many units it is read in', async () => {
    for (const unit of [`${first}/eu-central-1`, `${first}/eu-west-1`, second, hub]) {
      expect((await run('collect', '--plan', 'plan.json', '--unit', unit, '-o', `${unit.replace('/', '-')}.ndjson`)).exit).toBe(0);
    }
    expect(aws.calls.filter(({ operation, account }) => operation === 'GetAccountAuthorizationDetails' && account === first)).toHaveLength(
      1,
    );
    const units = [`${first}-eu-central-1`, `${first}-eu-west-1`, second, hub].map((name) => `${name}.ndjson`);
    expect(timeless(report(await run('merge', ...units, '-f', 'json')))).toEqual(timeless(whole));
  });

  it('more than there are accounts: the last ones are empty, and merge all the same', async () => {
    const five = [1, 2, 3, 4, 5].map((index) => `of-five-${index}.ndjson`);
    for (const [index, name] of five.entries()) await run('collect', '--plan', 'plan.json', '--shard', `${index + 1}/5`, '-o', name);
    expect([...verdicts(report(await run('merge', ...five, '-f', 'json')))]).toEqual([...verdicts(whole)]);
  });

  it('one that is missing, there twice, of another plan, of none, or no file at all is refused', async () => {
    await run('plan', '--account', `${first},${hub}`, '--region', 'eu-west-1', '-o', 'other-plan.json');
    await run('collect', '--plan', 'other-plan.json', '-o', 'foreign.ndjson');
    await run('collect', '--region', 'eu-west-1', '-o', 'unplanned.ndjson');
    const [one = '', two = '', three = ''] = shards;
    const refused: [string[], string][] = [
      [[one, three], '1 of the 4 units of the plan is missing'],
      [[one, three, '--plan', 'plan.json'], `1 of the 4 units of the plan is missing: ${second}/all`],
      [[one, two, three, two], 'two.ndjson and two.ndjson both hold'],
      [[one, two, three, 'foreign.ndjson'], 'foreign.ndjson is of another plan'],
      [[one, two, three, '--plan', 'other-plan.json'], 'one.ndjson is of another plan'],
      [[one, 'unplanned.ndjson'], 'unplanned.ndjson is no part of a plan'],
      [[one, 'plan.json'], 'not an mlsec inventory'],
      [['nowhere.ndjson'], 'cannot read nowhere.ndjson: no such file'],
    ];
    for (const [args, message] of refused) {
      const { exit, stdout, stderr } = await run('merge', ...args);
      expect([exit, stdout], stderr).toEqual([2, '']);
      expect(stderr).toContain(message);
    }
  });
});

describe('shards of reports', () => {
  const shards = ['one.json', 'two.json', 'three.json'];
  beforeAll(async () => {
    for (const [index, name] of shards.entries()) {
      await run('audit', '--plan', 'plan.json', '--shard', `${index + 1}/3`, '-o', name);
    }
  }, 120_000);

  it('merged are one report, in which what leads to another account is unknown, and nothing passes that would not', async () => {
    const whole = verdicts(report(await run('audit', ...all, '-f', 'json')));
    const merged = await run('merge', ...shards.toReversed(), '-f', 'json');
    const apart = verdicts(report(merged));
    expect([...apart.keys()].sort()).toEqual([...whole.keys()].sort());
    const changed = [...apart].filter(([key, status]) => whole.get(key) !== status);
    expect(changed.length).toBeGreaterThan(0);
    expect(new Set(changed.map(([, status]) => status))).toEqual(new Set(['unknown']));
    expect(merged.exit).toBe(1);
    const { summary, findings } = report(merged);
    for (const [field, status] of [
      ['fail', 'fail'],
      ['unknown', 'unknown'],
      ['pass', 'pass'],
      ['notApplicable', 'not-applicable'],
    ] as const) {
      expect(summary[field]).toBe(findings.filter((finding) => finding.status === status).length);
    }
  });

  it('give the same bytes in any order', async () => {
    const [a, b] = [await run('merge', ...shards, '-f', 'json'), await run('merge', ...shards.toReversed(), '-f', 'json')];
    expect(a.stdout).toBe(b.stdout);
  });

  it('that judged a part of an account, that are narrowed, or of other checks, are refused; and so are both kinds together', async () => {
    for (const region of ['eu-central-1', 'eu-west-1']) {
      await run('audit', '--plan', 'plan.json', '--unit', `${first}/${region}`, '-o', `${region}.json`);
    }
    await run('audit', '--plan', 'plan.json', '--unit', first, '--status', 'fail', '-o', 'narrowed.json');
    await run('audit', '--plan', 'plan.json', '--unit', first, '--check', 'notebook-root-access', '-o', 'less.json');
    await run('audit', '--plan', 'plan.json', '--unit', second, '-o', 'second.json');
    await run('audit', '--plan', 'plan.json', '--unit', hub, '-o', 'hub.json');
    const refused: [string[], string][] = [
      [['eu-central-1.json', 'eu-west-1.json', 'second.json', 'hub.json'], `each judged a part of account ${first} without the other`],
      [['narrowed.json', 'second.json', 'hub.json'], 'narrowed.json does not show all of its findings'],
      [['less.json', 'second.json', 'hub.json'], 'are of different checks'],
      [[...shards, '--check', 'notebook-root-access'], '--check and --family have no effect on reports'],
      [[...shards, '--save', 'saved.ndjson'], '--save has no effect on reports'],
      [['one.json', 'two.json'], 'of the 4 units of the plan'],
      [['one.json', 'one.ndjson'], 'one.json is a report, and one.ndjson is not'],
    ];
    for (const [args, message] of refused) {
      const { exit, stdout, stderr } = await run('merge', ...args);
      expect([exit, stdout], stderr).toEqual([2, '']);
      expect(stderr).toContain(message);
    }
  });
});

it.each<[string[], string]>([
  [['audit', '--shard', '1/2'], '--shard has no effect without --plan'],
  [['collect', '--unit', first, '-o', '-'], '--unit has no effect without --plan'],
  [['collect', '--plan', 'plan.json', '--unit', first, '--shard', '1/2', '-o', '-'], '--shard and --unit name two parts'],
  [['audit', '--plan', 'plan.json', '--region', 'eu-west-1'], '--region has no effect with --plan'],
  [['audit', '--plan', 'plan.json', '--since', '1d'], '--since has no effect with --plan'],
  [['audit', '--plan', 'plan.json', '--org'], '--org has no effect with --plan'],
  [['audit', '--plan', 'plan.json', '--demo'], '--plan has no effect with --demo'],
  [['audit', '--plan', 'plan.json', '--unit', '123456789012'], '--unit 123456789012 is not in the plan'],
  [['audit', '--plan', 'one.ndjson'], 'one.ndjson is no mlsec plan'],
  [['plan', '-o', 'a.json', '--items', 'a.json'], '--output and --items name one file'],
])('refused: mlsec %j', async (args, message) => {
  const { exit, stdout, stderr } = await run(...args);
  expect([exit, stdout, aws.calls.length]).toEqual([2, '', 0]);
  expect(stderr).toContain(message);
});
