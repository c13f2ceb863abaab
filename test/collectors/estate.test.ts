import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectInventory, type CollectRequest } from '../../src/collectors/collect.ts';
import { exitCode } from '../../src/core/exit-code.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import { sectionFact, type Inventory } from '../../src/inventory/inventory.ts';
import { globalRegion } from '../../src/inventory/sections.ts';
import type { AccountFixture } from '../support/aws/account.ts';
import { estate, first, organization, second, third } from '../support/aws/build-estate.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from '../support/aws/loopback.ts';
import { requestFor } from '../support/collecting.ts';
import { fastClock } from '../support/fake-clock.ts';

let aws: Loopback;

async function serve(accounts: readonly AccountFixture[] = estate(), options: LoopbackOptions = {}): Promise<void> {
  aws = await startLoopback(accounts, options);
  for (const [name, value] of Object.entries(aws.environment(first, 'eu-west-1'))) vi.stubEnv(name, value);
}

beforeEach(() => {
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

const named = (...ids: readonly string[]): Partial<CollectRequest> => ({ accounts: { ids, excluded: [] } });
const inOrganization = (units: readonly string[] = [], excluded: readonly string[] = []): Partial<CollectRequest> => ({
  accounts: { ids: [], organization: { units }, excluded },
});

const collect = (request: Partial<CollectRequest>, regions: readonly string[] = ['eu-west-1']): Promise<Inventory> =>
  collectInventory(requestFor(regions, { sections: ['models', 'enabledRegions'], clock: fastClock(50), ...request }));

const modelsOf = (inventory: Inventory, account: string, region = 'eu-west-1'): readonly (string | undefined)[] | string => {
  const fact = sectionFact(inventory, account, region, 'models');
  return fact.known ? fact.value.map(({ summary }) => summary.ModelName) : fact.gap.code;
};
const gapOf = (fact: Fact<unknown>): unknown => (fact.known ? undefined : fact.gap);
const calls = (operation: string): readonly { readonly account: string; readonly region: string }[] =>
  aws.calls.filter((call) => `${call.service}:${call.operation}` === operation).map(({ account, region }) => ({ account, region }));

describe('accounts that are named', () => {
  it('are read each with its own credentials, the caller’s own without a role', async () => {
    await serve();
    const inventory = await collect(named(third, first, second));
    expect(inventory.header).toMatchObject({ accounts: [first, second, third], regions: ['eu-west-1'], interrupted: false });
    expect(modelsOf(inventory, first)).toEqual(['of-first']);
    expect(modelsOf(inventory, second)).toEqual(['of-second']);
    expect(modelsOf(inventory, third)).toEqual(['of-third']);
    expect(calls('sts:AssumeRole')).toHaveLength(2);
    expect(calls('sts:GetCallerIdentity')).toEqual([{ account: first, region: 'eu-west-1' }]);
    expect(sectionFact(inventory, second, 'eu-west-1', 'callerIdentity')).toEqual({
      known: true,
      value: [{ Account: second, Arn: `arn:aws:sts::${second}:assumed-role/mlsec-audit/mlsec` }],
    });
  });

  it('all Regions are those of each account', async () => {
    await serve();
    const inventory = await collect(named(first, second), ['all']);
    expect(inventory.header.regions).toEqual(['eu-central-1', 'eu-west-1']);
    expect(modelsOf(inventory, first, 'eu-central-1')).toEqual(['also-of-first']);
    expect(modelsOf(inventory, second, 'eu-central-1')).toBe('NotCollected');
    expect(calls('ec2:DescribeRegions').map(({ account }) => account)).toEqual([first, second]);
  });

  it('a role with a path, and an external id', async () => {
    const [own, other] = estate();
    await serve([own, { ...other, audited: { roleName: 'audit/mlsec', externalId: 'corp-42' } }]);
    expect(modelsOf(await collect({ ...named(second), role: { name: 'audit/mlsec', externalId: 'corp-42' } }), second)).toEqual([
      'of-second',
    ]);
    expect(modelsOf(await collect({ ...named(second), role: { name: 'audit/mlsec', externalId: 'corp-43' } }), second)).toBe(
      'AccessDenied',
    );
  });

  it('a Region that one of them has not enabled is a gap there', async () => {
    await serve(estate(), { faults: [{ kind: 'region-disabled', account: second, region: 'eu-central-1' }] });
    const inventory = await collect(named(first, second), ['eu-central-1', 'eu-west-1']);
    expect(modelsOf(inventory, first, 'eu-central-1')).toEqual(['also-of-first']);
    expect(modelsOf(inventory, second, 'eu-central-1')).toBe('UnrecognizedClientException');
    expect(modelsOf(inventory, second, 'eu-west-1')).toEqual(['of-second']);
  });
});

describe('an account that cannot be entered', () => {
  const gap = {
    operation: 'sts:AssumeRole',
    code: 'AccessDenied',
    permission: 'sts:AssumeRole',
    account: second,
    region: globalRegion,
    resource: `arn:aws:iam::${second}:role/mlsec-audit`,
  };
  const closed = (): readonly AccountFixture[] =>
    estate().map(({ audited, ...account }) => (account.account === third ? { ...account, audited: audited ?? { roleName: '' } } : account));

  it('costs one gap, which is the reason for everything that is missing there, and nobody else', async () => {
    await serve(closed());
    const inventory = await collect(named(first, second, third));
    expect(modelsOf(inventory, third)).toEqual(['of-third']);
    expect(inventory.sections.filter(({ account }) => account === second).map(({ region, section }) => [region, section])).toEqual([
      [globalRegion, 'callerIdentity'],
      ['eu-west-1', 'callerIdentity'],
    ]);
    for (const section of ['models', 'vpcs', 'accountAuthorization'] as const) {
      expect(gapOf(sectionFact(inventory, second, 'eu-west-1', section))).toMatchObject(gap);
    }
  });

  it('where its Regions are not known either, stands under none', async () => {
    await serve(closed());
    const inventory = await collect(named(first, second), ['all']);
    expect(inventory.sections.filter(({ account }) => account === second)).toHaveLength(1);
    expect(gapOf(sectionFact(inventory, second, globalRegion, 'models'))).toMatchObject(gap);
  });

  it('is asked for once more in the partition’s own Region, where a Region may not know the role', async () => {
    await serve(estate(), { faults: [{ kind: 'access-denied', operation: 'sts:AssumeRole', region: 'eu-west-1' }] });
    expect(modelsOf(await collect(named(second)), second)).toEqual(['of-second']);
    expect(calls('sts:AssumeRole').map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('as the only one: still an inventory, for the others may be in other shards', async () => {
    await serve(closed());
    expect(modelsOf(await collect(named(second)), second)).toBe('AccessDenied');
  });

  it('one that does not say its Regions is unknown, too', async () => {
    await serve(estate(), { faults: [{ kind: 'access-denied', operation: 'ec2:DescribeRegions', account: second }] });
    const inventory = await collect(named(first, second), ['all']);
    expect(modelsOf(inventory, first)).toEqual(['of-first']);
    expect(gapOf(sectionFact(inventory, second, globalRegion, 'models'))).toMatchObject({
      operation: 'ec2:DescribeRegions',
      code: 'UnauthorizedOperation',
      account: second,
    });
  });
});

describe('an organization', () => {
  it('is every account that is active; the others are told of', async () => {
    await serve();
    const inventory = await collect(inOrganization());
    expect(inventory.header.accounts).toEqual([first, second, third]);
    const notes = inventory.sections.flatMap((record) => record.notes);
    expect(notes.map(({ code, account, message }) => [code, account, message.split(': ')[1]])).toEqual([
      ['account-left-out', '444455556666', 'the organization says that it is SUSPENDED'],
      ['account-left-out', '555566667777', 'the organization says that it is CLOSED'],
    ]);
  });

  it.each([
    [['ou-demo-11111111'], [second, third]],
    [['ou-demo-22222222'], [third]],
    [['r-demo'], [first, second, third]],
    [
      ['ou-demo-22222222', 'ou-demo-11111111'],
      [second, third],
    ],
  ])('the accounts below %j', async (units, expected) => {
    await serve();
    expect((await collect(inOrganization(units))).header.accounts).toEqual(expected);
  });

  it('without those that are excluded', async () => {
    await serve();
    expect((await collect(inOrganization([], [first, third]))).header.accounts).toEqual([second]);
    await expect(collect(inOrganization([], [first, second, third]))).rejects.toMatchObject({ exitCode: exitCode.noAudit });
  });

  it('of many pages, empty ones among them', async () => {
    const many = Array.from({ length: 45 }, (_, index) => ({
      Id: String(600000000000 + index),
      Parent: 'r-demo',
      State: 'SUSPENDED' as const,
    }));
    const [own] = estate();
    await serve(
      [{ ...own, organizationTree: { ...organization, accounts: [...many, { Id: first, Parent: 'r-demo', State: 'ACTIVE' }] } }],
      {
        emptyPages: 1,
      },
    );
    const inventory = await collect(inOrganization());
    expect(inventory.header.accounts).toEqual([first]);
    expect(inventory.sections.flatMap(({ notes }) => notes)).toHaveLength(45);
    // Three full pages, each behind an empty one.
    expect(calls('organizations:ListAccounts')).toHaveLength(6);
  });

  it.each([
    ['refused', { kind: 'access-denied' }],
    ['throttled for ever', { kind: 'throttle' }],
    ['answered by a portal', { kind: 'html' }],
  ] as const)('that is %s is no audit: nobody knows which accounts were left out', async (_how, fault) => {
    await serve(estate(), { faults: [{ ...fault, operation: 'organizations:ListAccounts' }] });
    await expect(collect({ ...inOrganization(), maxAttempts: 2 })).rejects.toMatchObject({
      exitCode: exitCode.noAudit,
      message: expect.stringContaining('which accounts the organization has (organizations:ListAccounts') as string,
    });
  });

  it('has no unit of that name: no audit', async () => {
    await serve();
    await expect(collect(inOrganization(['ou-demo-99999999']))).rejects.toMatchObject({
      exitCode: exitCode.noAudit,
      message: expect.stringContaining('ParentNotFoundException') as string,
    });
  });
});

describe('credentials of a role', () => {
  it('are asked for once by all clients of all Regions together', async () => {
    await serve();
    await collect({ ...named(second), sections: ['models', 'subnets', 'accountAuthorization'] }, ['eu-west-1', 'eu-central-1']);
    expect(calls('sts:AssumeRole')).toHaveLength(1);
  });

  it('are renewed where less than five minutes of them are left', async () => {
    await serve(estate(), { sessionSeconds: 200 });
    const inventory = await collect({ ...named(second), sections: ['models', 'subnets'] });
    expect(inventory.sections.filter(({ fact }) => !fact.known)).toEqual([]);
    expect(calls('sts:AssumeRole').length).toBeGreaterThan(1);
    expect(new Set(calls('sts:AssumeRole').map(({ account }) => account))).toEqual(new Set([first]));
  });

  it('that end in the middle, without anybody who would renew them: what is missing says so', async () => {
    await serve(estate(), {
      sessionSeconds: 200,
      faults: [
        { kind: 'access-denied', operation: 'sts:AssumeRole', after: 1 },
        { kind: 'expired-token', operation: 'sagemaker:DescribeModel', account: second },
      ],
    });
    const inventory = await collect({ ...named(first, second) });
    expect(modelsOf(inventory, first)).toEqual(['of-first']);
    const fact = sectionFact(inventory, second, 'eu-west-1', 'models');
    expect(fact.known && fact.value.map(({ detail }) => gapOf(detail))).toMatchObject([{ code: 'ExpiredTokenException', account: second }]);
  });
});
