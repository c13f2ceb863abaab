import { describe, expect, it } from 'vitest';
import type { DomainDetail } from '../../src/inventory/sections/domains.ts';
import { outsideSubnets } from '../../src/workloads/studio-mode.ts';

const domainIn = (mode: string | undefined): DomainDetail => ({ DomainId: 'd-1', AppNetworkAccessType: mode as 'VpcOnly' });

describe('the network mode of a domain', () => {
  it('has the apps in the subnets when VpcOnly', () => expect(outsideSubnets(domainIn('VpcOnly'))).toBeUndefined());

  it.each(['PublicInternetOnly', undefined])('has them in no subnet when %s', (mode) => {
    expect(outsideSubnets(domainIn(mode))).toEqual({ placements: [], unresolved: [] });
  });

  it.each(['VpcPreferred', 'vpconly', ''])('decides nothing when "%s"', (mode) => {
    expect(outsideSubnets(domainIn(mode))).toEqual({
      placements: [],
      unresolved: [`AppNetworkAccessType is ${mode}, which this version does not know`],
    });
  });
});
