import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/network/flow.ts';
import { parseAddress } from '../../src/network/address-set.ts';
import { internet } from '../../src/network/internet.ts';
import { internetVerdict, reach, toInternet } from '../../src/network/reach.ts';
import { trafficText } from '../../src/network/traffic-text.ts';
import { allTraffic, sameTraffic, uniteAll } from '../../src/network/traffic.ts';
import { inventory, inventoryOf, type Given } from '../support/inventory.ts';
import { networkFrom, networkInterface, originIn } from '../support/network.ts';
import { networkAcl } from '../support/rows-network.ts';
import {
  transitGatewayAttachment,
  transitGatewayPeeringAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
  transitRoute,
} from '../support/rows-transit.ts';
import { localRoute, mainTable, region, securityGroup, subnet, vpc } from '../support/rows.ts';
import { centralEgress, open, route } from './cases/world.ts';

/** vpc-1 and tgw-1 in one Region, vpc-2 and tgw-2 in another, and a peering between the gateways. */
const peered = { TransitGatewayAttachmentId: 'tgw-attach-peer', ResourceType: 'peering' as const };
const overPeering = { TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-peer', ResourceType: 'peering' as const }] };
const toVpc1 = transitRoute('10.0.0.0/16', 'tgw-attach-1', { Type: 'propagated' });

function near(given: Given = {}): Given {
  return {
    routeTables: [mainTable([route('10.1.0.0/16', 'tgw-1')])],
    securityGroups: [securityGroup({ IpPermissionsEgress: open })],
    transitGatewayAttachments: [
      transitGatewayAttachment(),
      transitGatewayAttachment({
        ...peered,
        ResourceId: 'tgw-2',
        Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
      }),
    ],
    transitGatewayVpcAttachments: [transitGatewayVpcAttachment()],
    transitGatewayRouteTables: [transitGatewayRouteTable([transitRoute('10.1.0.0/16', 'tgw-attach-peer', overPeering), toVpc1])],
    ...given,
  };
}

const inVpc2 = { VpcId: 'vpc-2' };
const ofTgw2 = { TransitGatewayId: 'tgw-2', Association: { TransitGatewayRouteTableId: 'tgw-rtb-2', State: 'associated' as const } };

const far: Given = {
  vpcs: [vpc({ ...inVpc2, CidrBlock: '10.1.0.0/16' })],
  subnets: [subnet({ ...inVpc2, SubnetId: 'subnet-2', CidrBlock: '10.1.1.0/24' })],
  networkAcls: [networkAcl(['subnet-2'], { NetworkAclId: 'acl-2', ...inVpc2 })],
  routeTables: [
    mainTable([], { ...inVpc2, Routes: [{ ...localRoute, DestinationCidrBlock: '10.1.0.0/16' }, route('10.0.0.0/16', 'tgw-2')] }),
  ],
  internetGateways: [],
  vpcEndpoints: [],
  securityGroups: [securityGroup({ ...inVpc2, GroupId: 'sg-2', IpPermissions: open })],
  networkInterfaces: [networkInterface('eni-2', '10.1.1.9', { ...inVpc2, SubnetId: 'subnet-2', Groups: [{ GroupId: 'sg-2' }] })],
  transitGatewayAttachments: [
    transitGatewayAttachment({ ...ofTgw2, TransitGatewayAttachmentId: 'tgw-attach-2', ResourceId: 'vpc-2' }),
    transitGatewayAttachment({ ...ofTgw2, ...peered, ResourceId: 'tgw-1' }),
  ],
  transitGatewayVpcAttachments: [
    transitGatewayVpcAttachment({
      ...inVpc2,
      TransitGatewayId: 'tgw-2',
      TransitGatewayAttachmentId: 'tgw-attach-2',
      SubnetIds: ['subnet-2'],
    }),
  ],
  transitGatewayRouteTables: [
    transitGatewayRouteTable(
      [transitRoute('10.1.0.0/16', 'tgw-attach-2', { Type: 'propagated' }), transitRoute('10.0.0.0/16', 'tgw-attach-peer', overPeering)],
      'tgw-rtb-2',
    ),
  ],
};

function toVpc2(ofNear: Given, ofFar: Given = far): readonly Piece[] {
  const network = networkFrom(inventoryOf({ [region]: ofNear, 'eu-central-1': ofFar }));
  const to = parseAddress('10.1.1.9');
  if (to === undefined) throw new Error('no address');
  return reach(network, originIn(network, 'subnet-1'), 4, allTraffic([to], 4)).pieces;
}

const reached = (pieces: readonly Piece[]): string =>
  trafficText(uniteAll(pieces.filter(({ verdict }) => verdict === 'reachable').map(({ traffic }) => traffic)));

describe('a peering between transit gateways', () => {
  it('is known from the attachments of both gateways, where nobody described the peering itself', () => {
    expect(reached(toVpc2(near()))).toBe('tcp, udp, icmp, other protocols');
  });

  it('is known from its description, too', () => {
    expect(reached(toVpc2(near({ transitGatewayPeeringAttachments: [transitGatewayPeeringAttachment()] })))).toBe(
      'tcp, udp, icmp, other protocols',
    );
  });

  it('leads into the unknown where the other gateway was not read', () => {
    const pieces = toVpc2(near(), { ...far, transitGatewayAttachments: [] });
    expect(pieces.map(({ verdict }) => verdict)).toEqual(['undecided']);
    expect(pieces).toMatchObject([{ doubts: [{ code: 'CROSS_ACCOUNT', object: 'tgw-2' }] }]);
  });

  it('brings no replies where the table of the peering at the sender’s gateway has no route to the sender', () => {
    const attachments = [
      transitGatewayAttachment(),
      transitGatewayAttachment({
        ...peered,
        ResourceId: 'tgw-2',
        Association: { TransitGatewayRouteTableId: 'tgw-rtb-9', State: 'associated' },
      }),
    ];
    const tables = [
      transitGatewayRouteTable([transitRoute('10.1.0.0/16', 'tgw-attach-peer', overPeering)]),
      transitGatewayRouteTable([], 'tgw-rtb-9'),
    ];
    const pieces = toVpc2(near({ transitGatewayAttachments: attachments, transitGatewayRouteTables: tables }));
    expect(reached(pieces)).not.toContain('tcp');
    expect(pieces.filter(({ verdict }) => verdict === 'blocked')).toMatchObject([
      { blocker: { code: 'NO_RETURN_ROUTE', step: { id: 'tgw-rtb-9' } } },
    ]);
  });
});

describe('an attachment that came without its subnets', () => {
  it('leaves undecided what goes into its VPC, and loses nothing of it', () => {
    const given = centralEgress();
    const rows = (given.transitGatewayVpcAttachments ?? []) as readonly ReturnType<typeof transitGatewayVpcAttachment>[];
    const without = rows.map((row) => (row.TransitGatewayAttachmentId === 'tgw-attach-2' ? { ...row, SubnetIds: undefined } : row));
    const network = networkFrom(inventory({ ...given, transitGatewayVpcAttachments: without }));
    const pieces = toInternet(network, originIn(network, 'subnet-1'), 4);
    expect(internetVerdict(pieces)).toBe('undecided');
    expect(sameTraffic(uniteAll(pieces.map(({ traffic }) => traffic)), allTraffic(internet[4], 4))).toBe(true);
  });
});
