import { describe, expect, test } from 'vitest';
import { MlsecError } from '../../src/core/mlsec-error.ts';
import { parseInventory } from '../../src/inventory/parse-inventory.ts';

const at = { account: '111122223333', region: 'eu-west-1' };
const header = {
  format: 'mlsec-inventory',
  version: 1,
  mlsec: '0.1.0',
  accounts: ['111122223333'],
  regions: ['eu-west-1'],
  partition: 'aws',
  startedAt: '2026-08-01T10:00:00.000Z',
  completedAt: '2026-08-01T10:01:00.000Z',
  since: null,
  interrupted: false,
};
const gap = { operation: 'ec2:DescribeVpcs', code: 'X', message: '', permission: 'ec2:DescribeVpcs', ...at, resource: null };
const vpcs = { kind: 'section', ...at, section: 'vpcs', known: true, items: 1, ledger: [], notes: [] };
const vpc = { kind: 'item', ...at, section: 'vpcs', item: { VpcId: 'vpc-1' } };
const models = { ...vpcs, section: 'models' };
const model = { kind: 'item', ...at, section: 'models', item: { summary: {}, detail: { known: true, value: {} } } };
const end = { kind: 'end', sections: 1 };

/** The error of a file of these lines; objects are written as JSON. */
async function errorOf(...lines: readonly (object | string)[]): Promise<MlsecError> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const error: unknown = await parseInventory(text).catch((thrown: unknown) => thrown);
  if (error instanceof MlsecError) return error;
  throw new Error('was taken for an inventory', { cause: error });
}

test('the smallest inventory', async () => {
  const lines = [header, { ...end, sections: 0 }].map((line) => JSON.stringify(line));
  const { format: _format, version: _version, mlsec: _mlsec, ...kept } = header;
  expect(await parseInventory(lines)).toEqual({ header: kept, sections: [] });
});

test('lines may come as a stream, and with the line ends of Windows', async () => {
  async function* stream(): AsyncGenerator<string, void> {
    for (const line of [header, vpcs, vpc, end]) yield `${JSON.stringify(line)}\r`;
  }
  expect((await parseInventory(stream())).sections).toHaveLength(1);
});

describe('refuses', () => {
  const { since: _since, ...headerWithoutSince } = header;
  const { resource: _resource, ...incompleteGap } = gap;
  const { item: _item, ...itemWithoutItem } = vpc;

  test.each<[string, (object | string)[], string, RegExp]>([
    ['nothing', [], 'the file is empty', /mlsec collect/],
    ['an empty line', [''], 'not an mlsec inventory: line 1 is not its header', /mlsec collect/],
    ['other text', ['hello'], 'not an mlsec inventory: line 1 is not its header', /mlsec collect/],
    ['other JSON', ['[]'], 'not an mlsec inventory: line 1 is not its header', /mlsec collect/],
    ['a report', [{ schemaVersion: 1, tool: {} }], 'not an mlsec inventory: line 1 is not its header', /mlsec report FILE/],
    [
      'a newer version',
      [{ ...header, version: 2, mlsec: '9.0.0' }, end],
      'line 1 has inventory version 2; this mlsec reads version 1',
      /update mlsec: .* version 9\.0\.0/,
    ],
    ['a version that is none', [{ ...header, version: 'x' }, end], 'line 1 has inventory version "x"; this mlsec reads version 1', /again/],
    ['no version', [{ format: header.format }, end], 'line 1 has inventory version undefined; this mlsec reads version 1', /again/],
    ['a header without since', [headerWithoutSince, end], 'line 1 is damaged: since is not a time', /again/],
    ['a header with a wrong account', [{ ...header, accounts: [1] }, end], 'line 1 is damaged: accounts[0] is not a string', /again/],
    ['no JSON', [header, '{"kind":', end], 'line 2 is not JSON', /again/],
    ['no object', [header, '3', end], 'line 2 is not an object', /again/],
    ['a cut-off last line', [header, vpcs, '{"kind":"it'], 'line 3 is where the inventory breaks off, in section vpcs', /cut off/],
    ['a missing end', [header, vpcs, vpc], 'line 3 is where the inventory breaks off', /cut off/],
    ['a header alone', [header], 'line 1 is where the inventory breaks off', /cut off/],
    ['too few rows', [header, { ...vpcs, items: 2 }, vpc, end], 'line 4 stands where row 2 of 2 of section vpcs should be', /again/],
    ['too many rows', [header, vpcs, vpc, vpc, end], 'line 4 is a row outside of a section', /again/],
    [
      'a row of another section',
      [header, vpcs, { ...vpc, section: 'subnets' }, end],
      'line 3 is a row of another section than vpcs',
      /again/,
    ],
    [
      'a row of another Region',
      [header, vpcs, { ...vpc, region: 'us-east-1' }, end],
      'line 3 is a row of another section than vpcs',
      /again/,
    ],
    ['a section twice', [header, vpcs, vpc, vpcs, vpc, end], 'line 4 has section vpcs a second time', /again/],
    [
      'an unknown section',
      [header, { ...vpcs, section: 'quantumComputers' }, end],
      'line 2 names a section that this mlsec does not know: quantumComputers',
      /update mlsec/,
    ],
    [
      'a section named like a property of objects',
      [header, { ...vpcs, section: 'constructor' }, end],
      'line 2 names a section that this mlsec does not know',
      /update/,
    ],
    ['a count that is none', [header, { ...vpcs, items: -1 }, end], 'line 2 is damaged: items is not a count', /again/],
    [
      'a missing section without a gap',
      [header, { ...vpcs, known: false, items: 0 }, end],
      'line 2 is damaged: gap is not an object',
      /again/,
    ],
    [
      'an incomplete gap',
      [header, { ...vpcs, known: false, items: 0, gap: incompleteGap }, end],
      'line 2 is damaged: gap.resource is not a string',
      /again/,
    ],
    [
      'rows of a section of which nothing was read',
      [header, { ...vpcs, known: false, gap }, vpc, end],
      'line 2 promises rows of section vpcs, of which nothing was read',
      /again/,
    ],
    [
      'a damaged ledger',
      [header, { ...vpcs, ledger: [{ operation: 'x', calls: 1 }] }, vpc, end],
      'line 2 is damaged: ledger[0].complete is not true or false',
      /again/,
    ],
    ['a damaged note', [header, { ...vpcs, notes: ['x'] }, vpc, end], 'line 2 is damaged: notes[0] is not an object', /again/],
    ['a row without content', [header, vpcs, itemWithoutItem, end], 'line 3 is damaged: item is not there', /again/],
    ['a row that is no object', [header, vpcs, { ...vpc, item: 'x' }, end], 'line 3 is damaged: item is not an object', /again/],
    [
      'a described row without a summary',
      [header, models, { ...model, item: { detail: { known: true, value: {} } } }, end],
      'line 3 is damaged: summary is not an object',
      /again/,
    ],
    [
      'a described row without a detail',
      [header, models, { ...model, item: { summary: {} } }, end],
      'line 3 is damaged: detail is not an object',
      /again/,
    ],
    [
      'a detail without a value',
      [header, models, { ...model, item: { summary: {}, detail: { known: true } } }, end],
      'line 3 is damaged: detail.value is not an object',
      /again/,
    ],
    [
      'a detail that is missing for no reason',
      [header, models, { ...model, item: { summary: {}, detail: { known: false } } }, end],
      'line 3 is damaged: detail.gap is not an object',
      /again/,
    ],
    ['a wrong number of sections', [header, vpcs, vpc, { ...end, sections: 2 }], 'line 4 counts 2 sections, but 1 are there', /cut off/],
    ['something unknown', [header, { kind: 'other' }], 'line 2 is damaged: kind is not one of end', /again/],
    ['a line after the end', [header, vpcs, vpc, end, ''], 'line 5 comes after the end of the inventory', /again/],
  ])('%s', async (_name, lines, message, hint) => {
    const error = await errorOf(...lines);
    expect(error.message).toContain(message);
    expect(error.hint).toMatch(hint);
    expect(error.exitCode).toBe(2);
  });

  test('the rest of an endless file after the first bad line', async () => {
    let read = 0;
    function* endless(): Generator<string, void> {
      for (;;) {
        read += 1;
        yield 'garbage';
      }
    }
    await expect(parseInventory(endless())).rejects.toThrow('line 1 is not its header');
    expect(read).toBe(1);
  });
});

test.each([
  ['plain', '"__proto__"'],
  ['escaped', String.raw`"\u005f_proto__"`],
  ['escaped in capitals', String.raw`"\u005F\u005Fproto__"`],
])('a key __proto__, %s, turns nothing', async (_name, key) => {
  const row = `{"kind":"item","account":"${at.account}","region":"${at.region}","section":"vpcs",${key}:{"kind":"end"},"item":{"VpcId":"vpc-1",${key}:{"polluted":true}}}`;
  const { sections } = await parseInventory([JSON.stringify(header), JSON.stringify(vpcs), row, JSON.stringify(end)]);
  const [vpcRow] = sections[0]?.fact.known ? [...sections[0].fact.value] : [];
  expect(Object.getOwnPropertyNames(vpcRow)).toEqual(['VpcId']);
  expect(Object.assign({}, vpcRow)).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
});
