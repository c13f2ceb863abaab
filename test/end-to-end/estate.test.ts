import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mlsec } from '../cli/support/spawn.ts';
import { demoAccountPath, loadAccount } from '../support/aws/account.ts';
import { estate, first, second, third } from '../support/aws/build-estate.ts';
import { startLoopback, type Loopback } from '../support/aws/loopback.ts';
import { shareVpc } from '../support/aws/share-vpc.ts';
import { splitAccount } from '../support/aws/split-account.ts';
import { auditJson, verdicts, type JsonReport } from './report-of.ts';

// Each test runs several processes of its own, which a busy machine runs slowly.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe('an estate in one report', () => {
  let aws: Loopback;
  const closed = estate().map(({ audited, ...account }) =>
    account.account === second ? account : { ...account, ...(audited === undefined ? {} : { audited }) },
  );
  beforeAll(async () => {
    aws = await startLoopback(closed);
  });
  afterAll(() => aws.close());

  it('holds every account: the one that cannot be entered as unknown, for one reason', async () => {
    const { report, ended } = await auditJson(aws, [
      '--org',
      '--region',
      'eu-west-1',
      '--check',
      'workload-outside-vpc,notebook-root-access',
      '--fail-on',
      'critical',
    ]);
    expect(report.scope).toMatchObject({ accounts: [first, second, third], regions: ['eu-west-1'], complete: false });
    // Of two checks as bad as each other the first by name, each by account.
    expect(report.findings.map(({ checkId, status, resource }) => [checkId, resource.account, resource.name, status])).toEqual([
      ['notebook-root-access', second, second, 'unknown'],
      ['workload-outside-vpc', first, 'of-first', 'pass'],
      ['workload-outside-vpc', second, second, 'unknown'],
      ['workload-outside-vpc', third, 'of-third', 'pass'],
    ]);
    expect(report.gaps).toMatchObject([
      {
        operation: 'sts:AssumeRole',
        code: 'AccessDenied',
        permission: 'sts:AssumeRole',
        account: second,
        region: 'aws-global',
        resource: `arn:aws:iam::${second}:role/mlsec-audit`,
        checks: ['notebook-root-access', 'workload-outside-vpc'],
      },
    ]);
    expect(report.notes.map(({ account }) => account)).toEqual(['444455556666', '555566667777']);
    expect(ended.exit).toBe(0);
  });

  it('may hide what the gate asks for: exit 3', async () => {
    const { ended } = await auditJson(aws, ['--org', '--region', 'eu-west-1', '--check', 'workload-outside-vpc', '--fail-on', 'info']);
    expect(ended.exit).toBe(3);
    expect(ended.stderr).toContain('1 failed read could hide more (sts:AssumeRole)');
  });

  it('where its Regions are not known, stands under none', async () => {
    const { report } = await auditJson(aws, ['--account', `${first},${second}`, '--region', 'all', '--check', 'workload-outside-vpc']);
    expect(report.scope.regions).toEqual(['eu-central-1', 'eu-west-1']);
    expect(report.findings.map(({ status, resource }) => [resource.account, resource.region, status])).toEqual([
      [first, 'eu-central-1', 'pass'],
      [first, 'eu-west-1', 'pass'],
      [second, 'aws-global', 'unknown'],
    ]);
  });

  it('on a terminal counts by account and Region', async () => {
    const args = ['audit', '--org', '--region', 'eu-west-1', '--check', 'workload-outside-vpc', '--exclude-account', third];
    const { stdout } = await mlsec(args, { env: aws.environment() });
    expect(stdout).toContain(
      [
        `                          fail   unknown   pass   n/a`,
        `${first}  eu-west-1      ·         ·      1     ·`,
        `${second}  eu-west-1      ·         1      ·     ·`,
      ].join('\n'),
    );
  });

  it('saved and read again is the same', async () => {
    const saved = await mlsec(['collect', '--org', '--region', 'all', '-o', '-'], { env: aws.environment() });
    expect(saved.exit).toBe(0);
    expect(saved.stderr).toContain(`of account ${first}, ${second}, ${third}`);
    const { report } = await auditJson(aws, ['--org', '--region', 'all']);
    const child = mlsec(['audit', '--inventory', '-', '-f', 'json'], { stdin: saved.stdout });
    const again = JSON.parse((await child).stdout) as JsonReport;
    expect([...verdicts(again)]).toEqual([...verdicts(report)]);
  });

  it('doctor tries them all, and names who is closed', async () => {
    const { exit, stdout, stderr } = await mlsec(['doctor', '--org', '--region', 'eu-west-1', '-f', 'json'], { env: aws.environment() });
    expect(exit).toBe(3);
    expect(stderr).toContain('1 of 3 accounts could not be entered');
    expect(JSON.parse(stdout)).toMatchObject({
      accounts: [first, second, third],
      closed: [{ account: second, operation: 'sts:AssumeRole', code: 'AccessDenied' }],
    });
  });
});

describe('what lies in another account', () => {
  const demo = loadAccount(demoAccountPath);
  const region = 'eu-west-1';
  const egress = 'vpc-0a3083687ee111912';
  const hub = '999900001111';
  const args = ['--region', region, '--family', 'internet-egress', '--family', 'internet-ingress', '--family', 'privatelink'];
  const servers: Loopback[] = [];
  const serve = async (...accounts: Parameters<typeof startLoopback>): Promise<Loopback> => {
    const aws = await startLoopback(...accounts);
    servers.push(aws);
    return aws;
  };
  afterEach(async () => {
    for (const aws of servers.splice(0)) await aws.close();
  });
  /** Verdicts on what SageMaker runs, with how they were come by. */
  const onWorkloads = (report: JsonReport): ReadonlyMap<string, string> =>
    new Map(
      report.findings
        .filter(({ resource }) => resource.type.startsWith('AWS::SageMaker::'))
        .map(({ checkId, resource, status, message }) => [
          `${checkId} ${resource.arn}`,
          `${status}: ${message.replaceAll(hub, demo.account)}`,
        ]),
    );

  it('is followed there: the verdicts are those of the same network in one account', async () => {
    const split = splitAccount(demo, region, egress, hub);
    const whole = onWorkloads((await auditJson(await serve(demo), args)).report);
    const apart = onWorkloads((await auditJson(await serve(split), [...args, '--account', `${demo.account},${hub}`])).report);
    expect(Object.fromEntries(apart)).toEqual(Object.fromEntries(whole));
    // Without the hub, what goes through it is unknown, and nothing else.
    const alone = onWorkloads((await auditJson(await serve(split), args)).report);
    const changed = [...alone].filter(([key, verdict]) => whole.get(key) !== verdict);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(([, verdict]) => !verdict.startsWith('unknown'))).toEqual([]);
    // And so it is where the hub is asked for and does not let anybody in.
    const [spoke, { audited: _, ...shut }] = split;
    const refused = onWorkloads((await auditJson(await serve([spoke, shut]), [...args, '--account', `${demo.account},${hub}`])).report);
    expect([...refused].map(([key, verdict]) => [key, verdict.split(':')[0]])).toEqual(
      [...alone].map(([key, verdict]) => [key, verdict.split(':')[0]]),
    );
  });

  it('is followed through a peering, too', async () => {
    const split = splitAccount(demo, region, 'vpc-034225a20c7d281f4', hub);
    const trace = async (aws: Loopback, ...more: readonly string[]): Promise<string> => {
      const question = ['trace', 'vision-pretrain-2026-08-11-09-14-26-083', '--to', '10.40.0.10:443', '-f', 'json', '--region', region];
      const { stdout, stderr } = await mlsec([...question, '--since', '2026-08-01', ...more], {
        env: aws.environment(demo.account, region),
      });
      if (stdout === '') throw new Error(stderr);
      const { answers } = JSON.parse(stdout) as { readonly answers: unknown };
      return JSON.stringify(answers).replaceAll(hub, demo.account);
    };
    const whole = await trace(await serve(demo));
    expect(whole).toContain('pcx-0fc644f480cf0b1ae');
    expect(await trace(await serve(split), '--account', `${demo.account},${hub}`)).toBe(whole);
    const alone = await trace(await serve(split));
    expect(alone).not.toBe(whole);
    expect(alone).toContain('CROSS_ACCOUNT');
  });

  it('is followed into a VPC that shares its subnets: what its owner alone sees is found there', async () => {
    const split = shareVpc(demo, region, 'vpc-034225a20c7d281f4', hub);
    /** Verdicts on workloads and on networks, but for what is the owner's own business. */
    const verdictsOf = ({ findings }: JsonReport): ReadonlyMap<string, string> =>
      new Map(
        findings
          .filter(({ resource }) => /^AWS::(SageMaker|EC2)::/.test(resource.type) && resource.account === demo.account)
          .map(({ checkId, resource, status, message }) => [
            `${checkId} ${resource.arn}`.replaceAll(hub, demo.account),
            `${status}: ${message.replaceAll(hub, demo.account)}`,
          ]),
      );
    const all = ['--region', region];
    const whole = verdictsOf((await auditJson(await serve(demo), all)).report);
    const { report } = await auditJson(await serve(split), [...all, '--account', `${demo.account},${hub}`]);
    const apart = verdictsOf(report);
    expect([...apart.keys()].toSorted()).toEqual([...whole.keys()].toSorted());
    const otherwise = [...apart].filter(([key, verdict]) => whole.get(key) !== verdict).map(([key, verdict]) => `${key} ${verdict}`);
    // Whom else the subnets are shared with nobody here knows: rules for more than the callers seen may be for theirs.
    expect(otherwise).toEqual([
      expect.stringMatching(/^sagemaker-endpoint-group-wide .*vpce-00dbb454fa5684e16 unknown: .*may be for workloads of others/),
      expect.stringMatching(/^sagemaker-endpoint-group-wide .*vpce-0dc11ed34082fe258 unknown: .*may be for workloads of others/),
    ]);
    expect(report.gaps).toEqual([]);
    // Without the owner, what it alone sees is unknown, never passed and never failed; of its endpoints nobody knows that they are there.
    const alone = verdictsOf((await auditJson(await serve(split), all)).report);
    const changed = [...alone].filter(([key, verdict]) => whole.get(key) !== verdict);
    expect(changed.length).toBeGreaterThan(50);
    expect(changed.filter(([, verdict]) => !verdict.startsWith('unknown'))).toEqual([]);
    expect([...whole.keys()].filter((key) => !alone.has(key) && !key.includes(':vpc-endpoint/'))).toEqual([]);
  });
});
