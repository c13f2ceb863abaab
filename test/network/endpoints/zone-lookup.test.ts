import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../src/network/endpoints/zone-lookup.ts';

const a = (Name: string, Value: string) => ({ Name: `${Name}.`, Type: 'A' as const, ResourceRecords: [{ Value }] });
const of = (records: Parameters<typeof lookUp>[0], host: string) => {
  const found = lookUp(records, host);
  return found.kind === 'records' ? found.records.map(({ ResourceRecords }) => ResourceRecords?.[0]?.Value).join(' ') : found.kind;
};

describe('a name in a zone', () => {
  it.each<readonly [string, Parameters<typeof lookUp>[0], string, string]>([
    ['its own record', [a('api.x', '1')], 'api.x', '1'],
    ['all records of the name', [a('api.x', '1'), a('api.x', '2')], 'api.x', '1 2'],
    ['without regard to capitals', [a('API.x', '1')], 'api.x', '1'],
    ['the wildcard beside it', [a('\\052.x', '1')], 'api.x', '1'],
    ['its own before the wildcard', [a('\\052.x', '1'), a('api.x', '2')], 'api.x', '2'],
    ['a wildcard further up', [a('\\052.x', '1')], 'api.sagemaker.x', '1'],
    ['no wildcard past a name that exists', [a('\\052.x', '1'), a('sagemaker.x', '2')], 'api.sagemaker.x', 'nothing'],
    ['no wildcard past a name that has others under it', [a('\\052.x', '1'), a('runtime.sagemaker.x', '2')], 'api.sagemaker.x', 'nothing'],
    ['no wildcard for a name that has only text', [a('\\052.x', '1'), { Name: 'api.x.', Type: 'TXT' }], 'api.x', 'nothing'],
    ['a name that others are under', [a('v1.api.x', '1')], 'api.x', 'nothing'],
    ['any name of a kind, by its wildcard', [a('\\052.s3.x', '1')], '*.s3.x', '1'],
    ['any name of a kind, by a wildcard further up', [a('\\052.x', '1')], '*.s3.x', '1'],
    ['any name of a kind, of which only the apex exists', [a('s3.x', '1')], '*.s3.x', 'nothing'],
    ['any name of a kind, of which some exist', [a('bucket.s3.x', '1')], '*.s3.x', 'some-names'],
  ])('%s', (_name, records, host, want) => {
    expect(of(records, host)).toBe(want);
  });
});
