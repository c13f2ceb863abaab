import { expect, it } from 'vitest';
import { counted, duration, grouped, nounFor } from '../../src/reporters/terminal/words.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [1204, '1,204'],
  [1_000_000, '1,000,000'],
])('groups %i', (count, words) => {
  expect(grouped(count)).toBe(words);
});

it('counts one and many', () => {
  expect([counted(1, 'policy'), counted(2, 'policy'), counted(1204, 'gateway'), counted(0, 'VPC'), counted(2, 'access')]).toEqual([
    '1 policy',
    '2 policies',
    '1,204 gateways',
    '0 VPCs',
    '2 accesses',
  ]);
});

it.each([
  [['AWS::SageMaker::NotebookInstance'], 'notebook instance'],
  [['AWS::EC2::VPCEndpoint'], 'VPC endpoint'],
  [['AWS::EC2::VPC'], 'VPC'],
  [['AWS::IAM::Role', 'AWS::EC2::VPC'], 'resource'],
  [['odd'], 'resource'],
  [['AWS::EC2::\u202e'], 'resource'],
  [[], 'resource'],
])('calls %j a %s', (types, noun) => {
  expect(nounFor(types)).toBe(noun);
});

it.each([
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.200Z', 'under 1 s'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:02:11Z', '2 min 11 s'],
  ['2026-01-01T00:00:00Z', '2026-01-01T03:02:11Z', '3 h 2 min'],
  ['2026-01-01T00:00:05Z', '2026-01-01T00:00:00Z', undefined],
  ['hello', '2026-01-01T00:00:00Z', undefined],
])('from %s to %s it took %s', (from, to, words) => {
  expect(duration(from, to)).toBe(words);
});
