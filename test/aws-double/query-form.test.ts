import { QueryShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticStructureSchema } from '@smithy/types';
import { describe, expect, it } from 'vitest';
import { readForm } from '../support/aws/query-form.ts';

const [text, number, boolean, timestamp, listOf] = [0, 1, 2, 4, 64];

const peer: StaticStructureSchema = [3, 'test', 'Peer', 0, ['Name', 'Ports'], [text, listOf | number]];
/** A structure with every way that a member can be called and every kind of member that a read may send. */
const everything: StaticStructureSchema = [
  3,
  'test',
  'Everything',
  0,
  ['Plain', 'Renamed', 'Ec2Only', 'Count', 'Flag', 'Since', 'Names', 'Peers', 'Nested'],
  [
    text,
    [text, { xmlName: 'lowerCase' }],
    [text, { ec2QueryName: 'Ec2Name', xmlName: 'xmlName' }],
    number,
    boolean,
    timestamp,
    listOf | text,
    [() => [1, 'test', 'Peers', 0, [() => peer, { xmlName: 'item' }]], 0],
    () => peer,
  ],
];

const input = {
  Plain: 'a b&c=d+ü',
  Renamed: '',
  Ec2Only: 'x',
  Count: -3,
  Flag: false,
  Since: new Date('2026-11-23T08:30:00.000Z'),
  Names: Array.from({ length: 11 }, (_, index) => `n${index}`),
  Peers: [{ Name: 'p', Ports: [1, 2] }, { Name: 'q' }],
  Nested: { Name: 'r', Ports: [443] },
};

describe('a form is read as the SDK writes it', () => {
  it.each([
    ['ec2', { capitalizeKeys: true, flattenLists: true, serializeEmptyLists: false, ec2: true }],
    ['aws', { serializeEmptyLists: true }],
  ] as const)('in the dialect of %s', (dialect, settings) => {
    const writer = new QueryShapeSerializer({ timestampFormat: { useTrait: true, default: 5 }, ...settings });
    writer.write(everything, input);
    const form = new URLSearchParams(String(writer.flush()));
    expect(form.get('Count')).toBe('-3');
    expect(readForm(NormalizedSchema.of(everything), form, dialect)).toEqual(input);
  });
});
