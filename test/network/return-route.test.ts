import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/network/address-set.ts';
import type { Piece } from '../../src/network/flow.ts';
import { reach } from '../../src/network/reach.ts';
import { allTraffic, noTraffic } from '../../src/network/traffic.ts';
import { inventory } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { internetGateway, natGateway, networkAcl } from '../support/rows-network.ts';
import { transitGatewayAttachment, transitGatewayRouteTable, transitGatewayVpcAttachment, transitRoute } from '../support/rows-transit.ts';
import { localRoute, mainTable, securityGroup, subnet, vpc } from '../support/rows.ts';
import { open, route } from './cases/world.ts';

const inVpc2 = { VpcId: 'vpc-2' };

/**
 * vpc-1 reaches eni-2 in vpc-2 over tgw-1. What becomes of TCP, and what of UDP?
 *
 * @param back the route by which vpc-2 sends replies
 * @param zone where eni-2 is; vpc-2 is attached by a subnet in zone 1
 */
function toVpc2(back: ReturnType<typeof route>, zone = 1): { readonly tcp: readonly Piece[]; readonly udp: readonly Piece[] } {
  const attached = { ...inVpc2, TransitGatewayAttachmentId: 'tgw-attach-2' };
  const network = networkFrom(
    inventory({
      vpcs: [vpc(), vpc({ ...inVpc2, CidrBlock: '10.1.0.0/16' })],
      subnets: [
        subnet({ AvailabilityZoneId: 'use1-az1' }),
        subnet({ ...inVpc2, SubnetId: 'subnet-tgw', CidrBlock: '10.1.0.0/24', AvailabilityZoneId: 'use1-az1' }),
        subnet({ ...inVpc2, SubnetId: 'subnet-2', CidrBlock: '10.1.1.0/24', AvailabilityZoneId: `use1-az${zone}` }),
      ],
      networkAcls: [networkAcl(), networkAcl(['subnet-tgw', 'subnet-2'], { NetworkAclId: 'acl-2', ...inVpc2 })],
      routeTables: [
        mainTable([route('10.1.0.0/16', 'tgw-1')]),
        mainTable([], { ...inVpc2, RouteTableId: 'rtb-2', Routes: [{ ...localRoute, DestinationCidrBlock: '10.1.0.0/16' }, back] }),
      ],
      securityGroups: [securityGroup({ IpPermissionsEgress: open }), securityGroup({ ...inVpc2, GroupId: 'sg-2', IpPermissions: open })],
      networkInterfaces: [networkInterface('eni-2', '10.1.1.9', { ...inVpc2, SubnetId: 'subnet-2', Groups: [{ GroupId: 'sg-2' }] })],
      internetGateways: [internetGateway('igw-1', 'vpc-2')],
      natGateways: [natGateway({ ...inVpc2, SubnetId: 'subnet-tgw' })],
      transitGatewayAttachments: [
        transitGatewayAttachment(),
        transitGatewayAttachment({ TransitGatewayAttachmentId: 'tgw-attach-2', ResourceId: 'vpc-2' }),
      ],
      transitGatewayVpcAttachments: [
        transitGatewayVpcAttachment(),
        transitGatewayVpcAttachment({ ...attached, SubnetIds: ['subnet-tgw'] }),
      ],
      transitGatewayRouteTables: [
        transitGatewayRouteTable([transitRoute('10.0.0.0/16', 'tgw-attach-1'), transitRoute('10.1.0.0/16', 'tgw-attach-2')]),
      ],
    }),
  );
  const to = parseAddress('10.1.1.9');
  if (to === undefined) throw new Error('no address');
  const all = allTraffic([to], 4);
  const by = (kind: 'tcp' | 'udp') => reach(network, originIn(network, 'subnet-1'), 4, { ...noTraffic, [kind]: all[kind] }).pieces;
  return { tcp: by('tcp'), udp: by('udp') };
}

describe('the way back', () => {
  it('is that of the flow', () => {
    expect(toVpc2(route('10.0.0.0/16', 'tgw-1')).tcp).toMatchObject([{ verdict: 'reachable', reply: 'full' }]);
  });

  it('does not begin in a zone in which the transit gateway is not attached', () => {
    const { tcp, udp } = toVpc2(route('10.0.0.0/16', 'tgw-1'), 2);
    expect(tcp).toMatchObject([{ verdict: 'blocked', blocker: { code: 'NO_RETURN_ROUTE', step: { id: 'rtb-2' } } }]);
    expect(udp).toMatchObject([{ verdict: 'reachable', reply: 'one-way' }]);
  });

  it.each(['igw-1', 'nat-1', 'local'])('does not lead over %s to a private address elsewhere', (target) => {
    expect(toVpc2(route('0.0.0.0/0', target)).tcp).toMatchObject([{ verdict: 'blocked', blocker: { code: 'NO_RETURN_ROUTE' } }]);
  });

  it('may be another way, which is left open', () => {
    expect(toVpc2(route('10.0.0.0/16', 'tgw-2')).tcp).toMatchObject([{ verdict: 'undecided', doubts: [{ object: 'tgw-2' }] }]);
  });
});
