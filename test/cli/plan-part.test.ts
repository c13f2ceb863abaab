import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlan, planId, planText, type Plan } from '../../src/cli/plan-file.ts';
import { unitName } from '../../src/cli/unit-name.ts';
import { shardValue, unitsNamed, unitsOfShard } from '../../src/cli/plan-part.ts';

const plan: Plan = {
  partition: 'aws',
  home: 'eu-west-1',
  role: { name: 'mlsec-audit', externalId: 'corp-42' },
  since: '2026-08-25T00:00:00.000Z',
  units: [
    { account: '111122223333', region: 'eu-central-1' },
    { account: '111122223333', region: 'eu-west-1' },
    { account: '222233334444', region: 'all' },
  ],
  notes: [],
};

describe('a plan', () => {
  test('comes back as it was written', () => {
    const text = planText(plan, '1.2.3');
    expect(parsePlan(text, 'plan.json')).toMatchObject(plan);
    expect(JSON.parse(text)).toMatchObject({ format: 'mlsec-plan', version: 1, mlsec: '1.2.3', id: planId(plan) });
  });

  test('of no units, too', () => {
    expect(parsePlan(planText({ ...plan, units: [] }, '1.2.3'), 'plan.json').units).toEqual([]);
  });

  test.each<[string, Partial<Plan>]>([
    ['partition', { partition: 'aws-cn' }],
    ['place', { home: 'eu-west-2' }],
    ['role', { role: { name: 'other', externalId: 'corp-42' } }],
    ['external id', { role: { name: 'mlsec-audit' } }],
    ['no role', { role: null }],
    ['time', { since: null }],
    ['units', { units: plan.units.slice(1) }],
  ])('of another %s has another id', (_what, change) => {
    expect(planId({ ...plan, ...change })).not.toBe(planId(plan));
  });

  test.each<[string, string, RegExp]>([
    ['nothing', '', /plan\.json is no mlsec plan/],
    ['a report', '{"schemaVersion":1}', /plan\.json is no mlsec plan/],
    ['another version', planText(plan, '1').replace('"version": 1', '"version": 2'), /has plan version 2/],
    ['a lost member', planText(plan, '1').replace('"home"', '"hame"'), /home is not a string/],
    ['a unit of nowhere', planText(plan, '1').replace('"222233334444"', '"../../etc"'), /is no unit/],
    ['a unit more than was planned', planText(plan, '1').replace('eu-central-1', 'eu-central-2'), /changed after it was made/],
  ])('is refused: %s', (_what, text, message) => {
    expect(() => parsePlan(text, 'plan.json')).toThrow(message);
  });
});

describe('shards', () => {
  const units = fc
    .uniqueArray(fc.record({ account: fc.nat({ max: 20 }), region: fc.nat({ max: 6 }) }), {
      selector: (unit) => JSON.stringify(unit),
      maxLength: 80,
    })
    .map((all) => all.map(({ account, region }) => ({ account: String(100000000000 + account), region: `region-${region}` })))
    .map((all) => all.sort((a, b) => (unitName(a) < unitName(b) ? -1 : 1)));

  test('together are the plan, share nothing, and hold whole accounts; no shard has more than its share and one account', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 9 }), (all, count) => {
        const shards = Array.from({ length: count }, (_, index) => unitsOfShard(all, { index: index + 1, count }));
        expect(shards.flat().map(unitName).sort()).toEqual(all.map(unitName));
        const holders = shards.flatMap((shard) => [...new Set(shard.map(({ account }) => account))]);
        expect(new Set(holders).size).toBe(holders.length);
        const largest = Math.max(0, ...all.map(({ account }) => all.filter((unit) => unit.account === account).length));
        for (const shard of shards) expect(shard.length).toBeLessThanOrEqual(all.length / count + largest);
      }),
    );
  });

  test('are dealt out by hand', () => {
    const of = (account: string, ...regions: readonly string[]) => regions.map((region) => ({ account, region }));
    const all = [...of('1', 'a'), ...of('2', 'a', 'b', 'c'), ...of('3', 'a', 'b'), ...of('4', 'a')];
    const shard = (index: number) => unitsOfShard(all, { index, count: 2 }).map(unitName);
    expect(shard(1)).toEqual(['2/a', '2/b', '2/c', '4/a']);
    expect(shard(2)).toEqual(['1/a', '3/a', '3/b']);
  });

  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['3/12', { index: 3, count: 12 }],
  ])('%s', (text, value) => expect(shardValue(text)).toEqual(value));

  test.each(['0/4', '5/4', '1/0', '1', '1/', '-1/2', '1.5/2', 'one/two', ''])('not %j', (text) => {
    expect(() => shardValue(text)).toThrow('is no part of a whole');
  });
});

test.each([
  ['111122223333/eu-west-1', ['111122223333/eu-west-1']],
  ['111122223333', ['111122223333/eu-central-1', '111122223333/eu-west-1']],
])('the units named %s', (name, expected) => {
  expect(unitsNamed(plan, name).map(unitName)).toEqual(expected);
});

test('no unit of that name', () => {
  expect(() => unitsNamed(plan, '111122223333/eu-west-2')).toThrow('is not in the plan');
});
