import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/network/address-set.ts';
import type { Piece } from '../../src/network/flow.ts';
import { reach } from '../../src/network/reach.ts';
import { trafficText } from '../../src/network/traffic-text.ts';
import { allTraffic, uniteAll } from '../../src/network/traffic.ts';
import { inventory, type Given } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { listener, loadBalancerListeners } from '../support/rows-load-balancers.ts';
import { securityGroup } from '../support/rows.ts';
import { open } from './cases/world.ts';

const ofLoadBalancer = { InterfaceType: 'network_load_balancer' as const, Description: 'ELB net/lb-1/0a1b2c3d4e5f6071', Groups: [] };

/** A workload sends to an interface in its own subnet. */
function to(given: Parameters<typeof networkInterface>[2], more: Given = {}): readonly Piece[] {
  const network = networkFrom(
    inventory({
      securityGroups: [securityGroup({ IpPermissionsEgress: open })],
      networkInterfaces: [networkInterface('eni-9', '10.0.0.99', given)],
      ...more,
    }),
  );
  const address = parseAddress('10.0.0.99');
  if (address === undefined) throw new Error('no address');
  return reach(network, originIn(network, 'subnet-1'), 4, allTraffic([address], 4)).pieces;
}

const reached = (pieces: readonly Piece[]): string =>
  trafficText(uniteAll(pieces.filter(({ verdict }) => verdict === 'reachable').map(({ traffic }) => traffic)));

describe('an interface without security groups', () => {
  it('of a network load balancer takes what its listeners take', () => {
    const listeners = [listener(), listener({ Port: 53, Protocol: 'TCP_UDP' })];
    expect(reached(to(ofLoadBalancer, { loadBalancerListeners: [loadBalancerListeners(listeners)] }))).toBe('tcp 53 443, udp 53');
  });

  it('of a network load balancer leaves open what it takes, where its listeners are not known', () => {
    expect(to(ofLoadBalancer).map(({ verdict }) => verdict)).toEqual(['undecided']);
  });

  it('of a NAT gateway takes nothing', () => {
    expect(to({ InterfaceType: 'nat_gateway' as 'natGateway', Groups: [] })).toMatchObject([
      { verdict: 'blocked', blocker: { code: 'NO_SESSION' } },
    ]);
  });

  it('of any other kind takes nothing', () => {
    expect(to({ Groups: [] })).toMatchObject([{ verdict: 'blocked', blocker: { code: 'SECURITY_GROUP' } }]);
  });
});
