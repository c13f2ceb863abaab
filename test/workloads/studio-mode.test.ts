import { describe, expect, it } from 'vitest';
import { known } from '../../src/inventory/fact.ts';
import type { DomainDetail } from '../../src/inventory/sections/domains.ts';
import { outsideSubnets } from '../../src/workloads/studio-mode.ts';

const domainIn = (mode: string | undefined): DomainDetail => ({ DomainId: 'd-1', AppNetworkAccessType: mode as 'VpcOnly' });
const ground = (value: string | null) => ({ source: 'sagemaker:DescribeDomain', path: 'AppNetworkAccessType', value, of: 'd-1' });

describe('the network mode of a domain', () => {
  it('has the apps in the subnets when VpcOnly', () => expect(outsideSubnets(domainIn('VpcOnly'))).toBeUndefined());

  it.each(['PublicInternetOnly', undefined])('has them in no subnet, and on a network to the internet, when %s', (mode) => {
    const connections = [known({ kind: 'service-network', ground: ground(mode ?? null) })];
    expect(outsideSubnets(domainIn(mode))).toEqual({ placements: [], connections, unresolved: [] });
  });

  it.each(['VpcPreferred', 'vpconly', ''])('decides nothing when "%s"', (mode) => {
    const reason = `AppNetworkAccessType is ${mode}, which this version does not know`;
    const connections = [known({ kind: 'unknown', ground: ground(mode), reason })];
    expect(outsideSubnets(domainIn(mode))).toEqual({ placements: [], connections, unresolved: [reason] });
  });
});
