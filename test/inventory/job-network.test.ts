import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobNetwork } from '../../src/inventory/job-network.ts';

const subnets = { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] };

describe('the network settings of a configuration document', () => {
  it.each([
    ['at the top', { VpcConfig: subnets }],
    ['further down', { Training: { NetworkConfig: { VpcConfig: subnets } } }],
    ['in a list', { Steps: [{}, { VpcConfig: subnets }] }],
    ['in names that begin small', { vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] } }],
  ])('%s', (_name, document) =>
    expect(jobNetwork(JSON.stringify(document))).toEqual({ Readable: true, VpcConfigs: [subnets], RemoteShells: [] }),
  );

  it('are all that is kept', () =>
    expect(JSON.stringify(jobNetwork(JSON.stringify({ Token: 'secret', VpcConfig: { ...subnets, Note: 'secret' } })))).not.toContain(
      'secret',
    ));

  it.each([['{"VpcConfig":{}'], [''], [undefined], ['null'], ['7'], ['not json']])('%j is no document', (text) =>
    expect(jobNetwork(text)).toEqual({ Readable: false, VpcConfigs: [], RemoteShells: [] }),
  );

  it('that are no lists of texts are none', () =>
    expect(jobNetwork('{"VpcConfig":{"Subnets":"subnet-1","SecurityGroupIds":[7,"sg-1"]}}').VpcConfigs).toEqual([
      { Subnets: [], SecurityGroupIds: ['sg-1'] },
    ]));

  it('of a document nested to end the program', () =>
    expect(jobNetwork(`${'{"a":'.repeat(5000)}{}${'}'.repeat(5000)}`)).toEqual({ Readable: true, VpcConfigs: [], RemoteShells: [] }));

  it.each([
    ['at the top', { EnableRemoteDebug: true }, ['EnableRemoteDebug']],
    [
      'further down, and twice',
      { A: [{ RemoteDebugConfig: { EnableRemoteDebug: true } }], B: { EnableRemoteDebug: true } },
      ['EnableRemoteDebug'],
    ],
    ['in names that begin small', { enableSSMAccess: 'True' }, ['EnableSSMAccess']],
    ['as a space has it', { RemoteAccess: 'ENABLED' }, ['RemoteAccess']],
    ['turned off', { EnableRemoteDebug: false, EnableSSMAccess: 'false', RemoteAccess: 'DISABLED' }, []],
    ['a reference of who knows what', { EnableRemoteDebug: { Get: 'x' } }, []],
  ])('remote shells: %s', (_name, document, expected) => expect(jobNetwork(JSON.stringify(document)).RemoteShells).toEqual(expected));

  it('never fail', () => fc.assert(fc.property(fc.jsonValue(), (value) => jobNetwork(JSON.stringify(value)).VpcConfigs.length >= 0)));
});
