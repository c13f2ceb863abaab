import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SectionName } from '../../src/inventory/sections.ts';
import { demoAccountPath, loadAccount, type AccountFixture } from '../support/aws/account.ts';
import type { OrganizationFixture } from '../support/aws/organization.ts';
import { collected } from '../support/collected.ts';

const demo = loadAccount(demoAccountPath);
const { organization } = demo;
if (organization === undefined) throw new Error('the demo account is in no organization');

const sections: readonly SectionName[] = ['organization', 'organizationRoots', 'organizationTargets', 'organizationPolicies'];
const within = (given: Partial<OrganizationFixture> = {}): AccountFixture => ({ ...demo, organization: { ...organization, ...given } });

afterEach(() => vi.unstubAllEnvs());

describe('an account in an organization', () => {
  it('has every level above it, the account first and the root last, each with what is attached to it', async () => {
    const { rows } = await collected(within(), sections);
    expect(rows('organization')).toEqual([
      {
        Id: 'o-n0rdhavn42',
        Arn: 'arn:aws:organizations::999900001111:organization/o-n0rdhavn42',
        FeatureSet: 'ALL',
        MasterAccountId: '999900001111',
      },
    ]);
    expect(rows('organizationRoots').map(({ Id, PolicyTypes }) => [Id, PolicyTypes?.map(({ Type, Status }) => [Type, Status])])).toEqual([
      [
        'r-4f2a',
        [
          ['SERVICE_CONTROL_POLICY', 'ENABLED'],
          ['RESOURCE_CONTROL_POLICY', 'ENABLED'],
        ],
      ],
    ]);
    const levels = rows('organizationTargets');
    expect(levels.map(({ summary }) => summary)).toEqual([
      { TargetId: '111122223333', TargetType: 'ACCOUNT', ParentId: 'ou-4f2a-mlplat01' },
      { TargetId: 'ou-4f2a-mlplat01', TargetType: 'ORGANIZATIONAL_UNIT', ParentId: 'r-4f2a' },
      { TargetId: 'r-4f2a', TargetType: 'ROOT' },
    ]);
    const named = levels.map(({ detail }) => detail.known && detail.value.Policies.map(({ Name, Type }) => `${Name} ${Type?.slice(0, 3)}`));
    expect(named).toEqual([
      ['FullAWSAccess SER', 'RCPFullAWSAccess RES'],
      ['FullAWSAccess SER', 'ml-guardrails SER', 'RCPFullAWSAccess RES'],
      ['FullAWSAccess SER', 'regions-of-the-group SER', 'RCPFullAWSAccess RES', 'own-identities-only RES'],
    ]);
  });

  it('has the document of each policy, asked for once wherever it is attached', async () => {
    const { rows, inputs } = await collected(within(), sections);
    const documents = rows('organizationPolicies').map(({ summary, detail }) => [
      summary.Name,
      summary.AwsManaged,
      detail.known && detail.value,
    ]);
    expect(new Map(documents.map(([name, managed]) => [name, managed]))).toEqual(
      new Map([
        ['FullAWSAccess', true],
        ['RCPFullAWSAccess', true],
        ['ml-guardrails', false],
        ['regions-of-the-group', false],
        ['own-identities-only', false],
      ]),
    );
    const guardrails = organization.Policies.find(({ PolicySummary }) => PolicySummary?.Name === 'ml-guardrails');
    expect(documents.find(([name]) => name === 'ml-guardrails')?.[2]).toEqual({ Content: guardrails?.Content });
    expect(inputs('organizations:DescribePolicy')).toHaveLength(5);
  });

  it('is not asked about a type of policy that is not enabled', async () => {
    const [root] = organization.Roots;
    const Roots = [{ ...root, PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY' as const, Status: 'ENABLED' as const }] }];
    const { rows, inputs } = await collected(within({ Roots }), sections);
    expect(inputs('organizations:ListPoliciesForTarget').map(({ Filter }) => Filter)).toEqual(Array(3).fill('SERVICE_CONTROL_POLICY'));
    expect(rows('organizationTargets').map(({ detail }) => detail.known && detail.value.PolicyTypes)).toEqual(
      Array.from({ length: 3 }, () => ['SERVICE_CONTROL_POLICY']),
    );
  });

  it('is asked about both types where nobody can tell which are enabled', async () => {
    const { fact, rows } = await collected(within(), sections, {
      faults: [{ kind: 'access-denied', operation: 'organizations:ListRoots' }],
    });
    expect(fact('organizationRoots').known).toBe(false);
    expect(rows('organizationTargets')[0]?.detail).toMatchObject({
      value: { PolicyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] },
    });
  });

  it('with more than a page of policies at one level has them all', async () => {
    const Policies = Array.from({ length: 41 }, (_, at) => {
      const Id = `p-${String(at).padStart(8, '0')}`;
      return {
        PolicySummary: { Id, Name: `n${at}`, Type: 'SERVICE_CONTROL_POLICY' as const, AwsManaged: false },
        Content: '{}',
        Targets: ['r-4f2a'],
      };
    });
    const { rows, inputs } = await collected(within({ Policies }), ['organizationTargets']);
    expect(rows('organizationTargets')[2]?.detail).toMatchObject({
      known: true,
      value: { Policies: Policies.map(({ PolicySummary }) => PolicySummary) },
    });
    const pages = inputs('organizations:ListPoliciesForTarget').filter(({ TargetId }) => TargetId === 'r-4f2a');
    expect(pages.map(({ MaxResults }) => MaxResults)).toEqual([20, 20, 20, 20]);
  });
});

describe('an account in none', () => {
  it('is known to be in none, with one call', async () => {
    const { organization: _, ...alone } = demo;
    const { record, calls } = await collected(alone, sections);
    expect(calls).toEqual(['organizations:DescribeOrganization']);
    for (const section of sections) expect(record(section).fact).toEqual({ known: true, value: [] });
  });
});

describe('what is not told', () => {
  it('to a member account is a gap, and not an organization without policies', async () => {
    const { fact, rows } = await collected(within({ delegated: false }), sections);
    expect(rows('organization')).toHaveLength(1);
    expect(fact('organizationRoots')).toMatchObject({
      known: false,
      gap: { code: 'AccessDeniedException', permission: 'organizations:ListRoots' },
    });
    expect(fact('organizationTargets')).toMatchObject({ known: false, gap: { permission: 'organizations:ListParents' } });
    expect(fact('organizationPolicies')).toMatchObject({ known: false, gap: { operation: 'organizations:ListParents' } });
  });

  it('at one level leaves the others, and the documents of those', async () => {
    const { fact, rows } = await collected(within(), sections, {
      faults: [{ kind: 'access-denied', operation: 'organizations:ListPoliciesForTarget', resource: 'r-4f2a' }],
    });
    expect(rows('organizationTargets').map(({ detail }) => detail.known)).toEqual([true, true, false]);
    const policies = fact('organizationPolicies');
    expect(policies).toMatchObject({ known: false, gap: { operation: 'organizations:ListPoliciesForTarget', resource: 'r-4f2a' } });
    expect(new Set(rows('organizationPolicies').map(({ summary }) => summary.Name))).toEqual(
      new Set(['FullAWSAccess', 'ml-guardrails', 'RCPFullAWSAccess']),
    );
  });

  it('halfway up is a gap with what is below', async () => {
    const { fact, rows } = await collected(within(), sections, {
      faults: [{ kind: 'access-denied', operation: 'organizations:ListParents', resource: 'ou-4f2a-mlplat01' }],
    });
    expect(fact('organizationTargets').known).toBe(false);
    expect(rows('organizationTargets').map(({ summary }) => summary.TargetId)).toEqual(['111122223333']);
  });

  it('since the levels go in circles is a gap, and soon', async () => {
    const unit = 'ou-4f2a-mlplat01';
    const Parents = { ...organization.Parents, [unit]: { Id: 'ou-4f2a-mlplat02', Type: 'ORGANIZATIONAL_UNIT' as const } };
    const circle = { ...Parents, 'ou-4f2a-mlplat02': { Id: unit, Type: 'ORGANIZATIONAL_UNIT' as const } };
    const { fact } = await collected(within({ Parents: circle }), ['organizationTargets']);
    expect(fact('organizationTargets')).toMatchObject({ known: false, gap: { code: 'RepeatedPageToken' } });
  });

  it.each([
    ['organization', 'organizations:DescribeOrganization'],
    ['organizationRoots', 'organizations:ListRoots'],
    ['organizationTargets', 'organizations:ListParents'],
  ] as const)('%s: what a portal says in its place is a gap', async (section, operation) => {
    const { fact } = await collected(within(), [section], { faults: [{ kind: 'html', operation, status: 200 }] });
    expect(fact(section)).toMatchObject({ known: false, gap: { code: 'UnreadableAnswer' } });
  });
});
