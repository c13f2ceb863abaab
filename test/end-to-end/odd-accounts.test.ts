import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { accountOf, accountWith, domain, ids, notebook, secureNetwork, securityGroup, userProfile } from '../support/aws/build-account.ts';
import { startLoopback, type LoopbackOptions } from '../support/aws/loopback.ts';
import type { AccountFixture } from '../support/aws/account.ts';
import { auditJson, verdicts } from './report-of.ts';

async function audited(account: AccountFixture, args: readonly string[] = [], options: LoopbackOptions = {}) {
  const aws = await startLoopback(account, options);
  try {
    const { report, ended } = await auditJson(aws, args);
    const status = (check: string, name: string) =>
      report.findings.find(({ checkId, resource }) => checkId === check && resource.name === name)?.status;
    return { report, ended, status, calls: aws.calls.map(({ service, operation }) => `${service}:${operation}`) };
  } finally {
    await aws.close();
  }
}

describe('an account', () => {
  it('without anything in it: nothing to find, and nothing wrong', async () => {
    const { report, ended } = await audited(accountOf({ 'eu-west-1': {} }));
    // There is no organization, and the bucket that SageMaker would use is for somebody who uses SageMaker.
    expect(report.findings.map(({ checkId, status }) => [checkId, status])).toEqual([
      ['default-bucket-of-stranger', 'not-applicable'],
      ['account-without-organization-guardrails', 'fail'],
      ['default-bucket-unclaimed', 'not-applicable'],
    ]);
    expect(report.gaps).toEqual([]);
    expect(ended.exit).toBe(0);
  });

  it('with 5,000 security groups: five calls', async () => {
    const SecurityGroups = [
      securityGroup(),
      ...Array.from({ length: 4999 }, (_, at) => securityGroup(`sg-0${at.toString(16).padStart(16, '0')}`)),
    ];
    const { status, calls } = await audited(accountWith({ SecurityGroups, NotebookInstances: [notebook('nb')] }));
    expect(calls.filter((call) => call === 'ec2:DescribeSecurityGroups')).toHaveLength(5);
    expect(status('security-group-open-ingress', ids.securityGroup)).toBe('pass');
  });

  it('with two user profiles whose names differ in case alone: two users', async () => {
    const { report } = await audited(
      accountWith({ Domains: [domain('d-1')], UserProfiles: [userProfile('d-1', 'Ada'), userProfile('d-1', 'ada')] }),
    );
    const users = report.findings.filter(({ checkId }) => checkId === 'user-profile-shared-execution-role');
    expect(users.map(({ resource }) => resource.name).sort()).toEqual(['d-1/Ada', 'd-1/ada']);
  });

  it('whose user profiles name a role, a group and a domain that are gone', async () => {
    const gone = { UserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/gone', SecurityGroups: ['sg-0123456789abcdef0'] } };
    const { report, status } = await audited(
      accountWith({
        Domains: [domain('d-1', { DefaultUserSettings: { SecurityGroups: [] } })],
        UserProfiles: [
          userProfile('d-1', 'alice', gone),
          userProfile('d-1', 'bob', {
            UserSettings: { ExecutionRole: 'arn:aws:iam::111122223333:role/bob', SecurityGroups: [ids.securityGroup] },
          }),
          userProfile('d-gone', 'carol', { UserSettings: {} }),
        ],
      }),
    );
    expect(status('user-profile-shared-execution-role', 'd-1/alice')).toBe('pass');
    expect(status('user-profile-shared-security-group', 'd-1/alice')).toBe('unknown');
    expect(status('security-group-open-egress-ipv4', 'sg-0123456789abcdef0')).toBe('unknown');
    expect(status('user-profile-shared-execution-role', 'd-gone/carol')).toBe('unknown');
    expect(report.gaps).toEqual([]);
  });

  it.each([
    ['broken', '{"Statement": ['],
    ['no policy at all', 'see the wiki'],
    ['empty', ''],
  ])('whose roles have a trust policy that is %s', async (_what, AssumeRolePolicyDocument) => {
    const account = {
      ...accountWith({ Domains: [domain('d-1')], UserProfiles: [userProfile('d-1', 'alice')] }),
      iam: {
        RoleDetailList: [
          {
            RoleName: 'user-alice',
            RoleId: 'AROA1',
            Path: '/',
            Arn: 'arn:aws:iam::111122223333:role/user-alice',
            AssumeRolePolicyDocument,
          },
        ],
      },
    };
    const { report, status } = await audited(account);
    expect(status('user-profile-shared-execution-role', 'd-1/alice')).toBe('pass');
    expect(report.gaps).toEqual([]);
  });
});

describe('two Regions of which one is refused', () => {
  const workloads = { ...secureNetwork(), NotebookInstances: [notebook('nb', { RootAccess: 'Enabled' })], Domains: [domain('d-1')] };
  const two = accountOf({ 'eu-west-1': workloads, 'ap-east-1': workloads });
  const both = ['--region', 'eu-west-1,ap-east-1'];

  it.each(['access-denied', 'region-disabled'] as const)(
    '%s: the other one is audited as if it were alone',
    async (kind) => {
      const faults = ['sagemaker:*', 'ec2:*'].map((operation) => ({ kind, operation, region: 'ap-east-1' }));
      const alone = await audited(accountOf({ 'eu-west-1': workloads }), ['--region', 'eu-west-1']);
      const beside = await audited(two, [...both], { faults });
      // Roles are the same everywhere: whether one is shared hangs on what the other Region would have said.
      const everywhere = new Set(checks.filter(({ across }) => across.length > 0).map(({ id }) => id));
      const before = verdicts(alone.report);
      const here = [...verdicts(beside.report)].filter(([key]) => / (eu-west-1|aws-global) /.test(key));
      // What is asked across Regions may be unknown for the whole account.
      const known = here.filter(([key, status]) => before.has(key) || status !== 'unknown' || !key.includes(' aws-global '));
      expect(known.map(([key]) => key)).toEqual([...before.keys()]);
      for (const [key, status] of known) {
        if (status !== before.get(key)) expect([status, everywhere.has(key.split(' ')[0] ?? '')], key).toEqual(['unknown', true]);
      }
      // Whose a bucket is S3 says in any Region.
      const there = beside.report.findings.filter(
        ({ resource, checkId }) => resource.region === 'ap-east-1' && checkId !== 'default-bucket-of-stranger',
      );
      expect(new Set(there.map(({ status }) => status))).toEqual(new Set(['unknown']));
      expect(beside.report.gaps.length).toBeGreaterThan(0);
      expect(beside.report.gaps.every(({ region }) => region === 'ap-east-1')).toBe(true);
      expect(beside.ended.exit).toBe(1);
    },
    120_000,
  );
});
