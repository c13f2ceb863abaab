import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { Inventory, SectionRecord } from '../../src/inventory/inventory.ts';
import { mergeInventories } from '../../src/inventory/merge-inventories.ts';

const account = '111122223333';

function identity(region: string, entered: boolean): SectionRecord<'callerIdentity'> {
  const gap: Gap = {
    operation: 'sts:AssumeRole',
    code: 'AccessDenied',
    message: '',
    permission: 'sts:AssumeRole',
    account,
    region: 'aws-global',
    resource: null,
  };
  const fact = entered ? known([{ Account: account, Arn: 'arn' }]) : missing<never[]>(gap);
  return { account, region, section: 'callerIdentity', fact, ledger: [], notes: [] };
}

function part(index: number, sections: Inventory['sections'], header: Partial<Inventory['header']> = {}): Inventory {
  const units = [`${account}/region-${index}`];
  return {
    header: {
      accounts: [account],
      regions: [`region-${index}`],
      partition: 'aws',
      startedAt: `2026-11-23T08:0${index}:00.000Z`,
      completedAt: `2026-11-23T09:0${index}:00.000Z`,
      since: '2026-08-25T00:00:00.000Z',
      interrupted: false,
      plan: { id: 'a'.repeat(64), units, of: 4 },
      ...header,
    },
    sections,
  };
}

/** The first could not be entered for a while, the others could; all of them were to read what belongs to the account. */
const parts = [0, 1, 2, 3].map((index) => part(index, [identity('aws-global', index > 0), identity(`region-${index}`, index > 0)]));

it('is the same in any order', () => {
  const expected = mergeInventories(parts);
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
      expect(mergeInventories(shuffled)).toEqual(expected);
    }),
  );
});

it('keeps what was read before what was not, and once', () => {
  const { sections } = mergeInventories(parts);
  expect(sections.map(({ region, fact }) => [region, fact.known])).toEqual([
    ['aws-global', true],
    ['region-0', false],
    ['region-1', true],
    ['region-2', true],
    ['region-3', true],
  ]);
});

it('lasts from the first beginning to the last end, and knows all units', () => {
  expect(mergeInventories(parts.toReversed()).header).toEqual({
    accounts: [account],
    regions: ['region-0', 'region-1', 'region-2', 'region-3'],
    partition: 'aws',
    startedAt: '2026-11-23T08:00:00.000Z',
    completedAt: '2026-11-23T09:03:00.000Z',
    since: '2026-08-25T00:00:00.000Z',
    interrupted: false,
    plan: { id: 'a'.repeat(64), units: [0, 1, 2, 3].map((index) => `${account}/region-${index}`), of: 4 },
  });
});

it('is interrupted where one part was', () => {
  const [first, ...others] = parts;
  expect(first && mergeInventories([part(0, first.sections, { interrupted: true }), ...others]).header.interrupted).toBe(true);
});
