import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gap } from '../../src/core/gap.ts';
import { inventoryLines } from '../../src/inventory/inventory-lines.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';
import { sectionCatalogue, globalRegion, sectionNames } from '../../src/inventory/sections.ts';

/** Names as people and attackers write them: any text at all. */
const text = fc.string({ unit: 'binary', maxLength: 20 });
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());

const gap: fc.Arbitrary<Gap> = fc.record({
  operation: text,
  code: text,
  message: text,
  permission: text,
  account: text,
  region: text,
  resource: fc.option(text),
});

/** Any JSON object, without the one key that is never taken over, and without -0, which JSON has no word for. */
const object = fc
  .dictionary(
    text.filter((key) => key !== '__proto__'),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 4 },
  )
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll('-0', '0').replaceAll('"__proto__":', '"proto":')) as object);

const described = fc.record({
  summary: object,
  detail: fc.oneof(fc.record({ known: fc.constant(true as const), value: object }), fc.record({ known: fc.constant(false as const), gap })),
});

const section = fc.constantFrom(...sectionNames).chain((name) => {
  const rows = fc.array(sectionCatalogue[name].described ? described : object, { maxLength: 4 });
  return fc.record({
    account: fc.constantFrom('111122223333', '444455556666'),
    region: fc.constantFrom('eu-west-1', 'us-east-1', globalRegion),
    section: fc.constant(name),
    fact: fc.oneof(
      rows.map((value) => ({ known: true, value })),
      gap.map((why) => ({ known: false, gap: why })),
      fc.tuple(gap, rows).map(([why, partial]) => ({ known: false, gap: why, partial })),
    ),
    ledger: fc.array(fc.record({ operation: text, calls: fc.nat(), complete: fc.boolean() }), { maxLength: 2 }),
    notes: fc.array(
      fc.record({ code: fc.constant('gone-during-scan'), account: text, region: text, section: text, count: fc.nat(), message: text }),
      { maxLength: 2 },
    ),
  });
});

const inventory = fc.record({
  header: fc.record({
    accounts: fc.array(text, { maxLength: 2 }),
    regions: fc.array(text, { maxLength: 2 }),
    partition: text,
    startedAt: time,
    completedAt: time,
    since: fc.option(time),
    interrupted: fc.boolean(),
  }),
  sections: fc.uniqueArray(section, { maxLength: 6, selector: (record) => `${record.account}/${record.region}/${record.section}` }),
}) as unknown as fc.Arbitrary<Inventory>;

describe('an inventory as lines', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(inventory, async (given) => {
        deepFreeze(given);
        const lines = [...inventoryLines(given, '1.2.3')];
        expect(lines.every((line) => !line.includes('\n'))).toBe(true);
        expect(await parseInventory(lines)).toEqual(given);
      }),
    );
  });

  test('is never taken for a smaller one: without its last lines it is no inventory', async () => {
    await fc.assert(
      fc.asyncProperty(inventory, fc.nat(), async (given, seed) => {
        const lines = [...inventoryLines(given, '1.2.3')];
        const kept = lines.slice(0, seed % lines.length);
        await expect(parseInventory(kept)).rejects.toThrow(kept.length === 0 ? 'the file is empty' : 'is where the inventory breaks off');
      }),
    );
  });

  test('is never taken for a smaller one: nor with a line missing or doubled anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(inventory, fc.nat(), fc.boolean(), async (given, seed, doubled) => {
        const lines = [...inventoryLines(given, '1.2.3')];
        const at = seed % lines.length;
        const changed = lines.flatMap((line, index) => (index !== at ? [line] : doubled ? [line, line] : []));
        await expect(parseInventory(changed)).rejects.toThrow(/^(line \d+|not an mlsec inventory: line 1|the file) /);
      }),
    );
  });

  test('looks like this', () => {
    const given: Inventory = {
      header: {
        accounts: ['111122223333'],
        regions: ['eu-west-1'],
        partition: 'aws',
        startedAt: '2026-08-01T10:00:00.000Z',
        completedAt: '2026-08-01T10:01:00.000Z',
        since: null,
        interrupted: false,
      },
      sections: [
        {
          account: '111122223333',
          region: 'eu-west-1',
          section: 'vpcs',
          fact: { known: true, value: [{ VpcId: 'vpc-1' }] },
          ledger: [{ operation: 'ec2:DescribeVpcs', calls: 1, complete: true }],
          notes: [],
        },
      ],
    };
    expect([...inventoryLines(given, '1.2.3')]).toEqual([
      '{"format":"mlsec-inventory","version":1,"mlsec":"1.2.3","accounts":["111122223333"],"regions":["eu-west-1"],"partition":"aws","startedAt":"2026-08-01T10:00:00.000Z","completedAt":"2026-08-01T10:01:00.000Z","since":null,"interrupted":false}',
      '{"kind":"section","account":"111122223333","region":"eu-west-1","section":"vpcs","known":true,"items":1,"ledger":[{"operation":"ec2:DescribeVpcs","calls":1,"complete":true}],"notes":[]}',
      '{"kind":"item","account":"111122223333","region":"eu-west-1","section":"vpcs","item":{"VpcId":"vpc-1"}}',
      '{"kind":"end","sections":1}',
    ]);
  });

  test('rows that can be walked only as they come are written too', async () => {
    const jobs = {
      *[Symbol.iterator]() {
        yield { summary: { TrainingJobName: 'a' }, detail: { known: true as const, value: { TrainingJobName: 'a' } } };
        yield { summary: { TrainingJobName: 'b' }, detail: { known: true as const, value: { TrainingJobName: 'b' } } };
      },
    };
    const given = fc.sample(inventory, 1)[0];
    const record = { account: '1', region: 'r', section: 'trainingJobs', fact: { known: true, value: jobs }, ledger: [], notes: [] };
    const lines = inventoryLines({ header: given?.header, sections: [record] } as unknown as Inventory, '1.2.3');
    const { sections } = await parseInventory(lines);
    expect(sections[0]?.fact).toEqual({ known: true, value: [...jobs] });
  });
});

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
