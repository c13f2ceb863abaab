import type { Network } from '../../src/network/network.ts';
import type { Given } from './inventory.ts';
import { networkInterface } from './network.ts';
import { of } from './one-packet.ts';
import { networkAcl } from './rows-network.ts';
import {
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
  transitRoute,
} from './rows-transit.ts';
import { localRoute, mainTable, subnet, vpc } from './rows.ts';

/** vpc-1 with eni-a in subnet-1 and vpc-2 (10.1.0.0/16) with eni-b in subnet-2, joined by tgw-1. */
export function joined(given: Given = {}): Network {
  const toGateway = { DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw-1', State: 'active' } as const;
  const local2 = { ...localRoute, DestinationCidrBlock: '10.1.0.0/16' };
  return of({
    vpcs: [vpc(), vpc({ VpcId: 'vpc-2', CidrBlock: '10.1.0.0/16' })],
    subnets: [
      subnet({ AvailabilityZoneId: 'az1' }),
      subnet({ SubnetId: 'subnet-2', VpcId: 'vpc-2', CidrBlock: '10.1.1.0/24', AvailabilityZoneId: 'az1' }),
      subnet({ SubnetId: 'subnet-3', VpcId: 'vpc-2', CidrBlock: '10.1.3.0/24', AvailabilityZoneId: 'az2' }),
    ],
    routeTables: [
      mainTable([toGateway]),
      mainTable([], { RouteTableId: 'rtb-2', VpcId: 'vpc-2', Routes: [local2, { ...toGateway, DestinationCidrBlock: '10.0.0.0/16' }] }),
    ],
    networkAcls: [networkAcl(['subnet-1', 'subnet-2', 'subnet-3'])],
    networkInterfaces: [
      networkInterface('eni-a', '10.0.1.10'),
      networkInterface('eni-b', '10.1.1.10', { VpcId: 'vpc-2', SubnetId: 'subnet-2' }),
    ],
    transitGateways: [transitGateway()],
    transitGatewayAttachments: [
      transitGatewayAttachment(),
      transitGatewayAttachment({ TransitGatewayAttachmentId: 'tgw-attach-2', ResourceId: 'vpc-2' }),
    ],
    transitGatewayVpcAttachments: [
      transitGatewayVpcAttachment(),
      transitGatewayVpcAttachment({ TransitGatewayAttachmentId: 'tgw-attach-2', VpcId: 'vpc-2', SubnetIds: ['subnet-2'] }),
    ],
    transitGatewayRouteTables: [
      transitGatewayRouteTable([transitRoute('10.0.0.0/16', 'tgw-attach-1'), transitRoute('0.0.0.0/0', 'tgw-attach-2')]),
    ],
    ...given,
  });
}
