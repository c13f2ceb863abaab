import type { SecurityGroup } from '../../../src/inventory/sections/security-groups.ts';
import type { IpFamily } from '../../../src/network/address-set.ts';
import type { Verdict } from '../../../src/network/reach.ts';
import type { Given } from '../../support/inventory.ts';
import { internetGateway, natGateway, networkAcl } from '../../support/rows-network.ts';
import {
  transitGateway,
  transitGatewayAttachment,
  transitGatewayRouteTable,
  transitGatewayVpcAttachment,
  transitRoute,
} from '../../support/rows-transit.ts';
import { account, igwRoute, localRoute, mainTable, securityGroup, subnet, subnetTable, vpc } from '../../support/rows.ts';

/** One labelled case: what AWS answered, and what must come out of it. */
export interface NetworkCase {
  readonly given: Given;
  /** The interface or subnet that asks; a workload in subnet-1 unless said otherwise. */
  readonly at?: string;
  readonly family?: IpFamily;
  readonly dualStack?: boolean;
  readonly want: Verdict;
  /** Blocked: code and object of the blocker. Undecided: code, and object or permission of a doubt. */
  readonly by?: string;
  /** All that gets out, where that is to be told. */
  readonly only?: string;
  /** How the replies of each kind of traffic get back. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Interfaces by which a workload could get out that cannot itself. */
  readonly pivots?: readonly string[];
}

/** All traffic to all of IPv4. */
export const open: NonNullable<SecurityGroup['IpPermissionsEgress']> = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];

type Route = NonNullable<ReturnType<typeof mainTable>['Routes']>[number];

/** An active route to a target that its id tells. */
export function route(DestinationCidrBlock: string, target: string): Route {
  const kind = target.split('-')[0] ?? '';
  const field = { nat: 'NatGatewayId', tgw: 'TransitGatewayId', pcx: 'VpcPeeringConnectionId' }[kind] ?? 'GatewayId';
  return { DestinationCidrBlock, [field]: target, State: 'active', Origin: 'CreateRoute' };
}

/** vpc-1 sends everything over tgw-1 to vpc-2, where a NAT gateway takes it out; every table knows the way back. */
export function centralEgress({
  spokeRoutes = [transitRoute('0.0.0.0/0', 'tgw-attach-2')],
  egressAccount = account,
}: { readonly spokeRoutes?: Parameters<typeof transitGatewayRouteTable>[0]; readonly egressAccount?: string } = {}): Given {
  const visible = egressAccount === account;
  const inVpc2 = { VpcId: 'vpc-2', OwnerId: egressAccount };
  const local2 = { ...localRoute, DestinationCidrBlock: '10.1.0.0/16' };
  const ofVpc2 = visible
    ? {
        vpcs: [vpc({ ...inVpc2, CidrBlock: '10.1.0.0/16' })],
        subnets: [
          subnet({ ...inVpc2, SubnetId: 'subnet-tgw', CidrBlock: '10.1.1.0/24' }),
          subnet({ ...inVpc2, SubnetId: 'subnet-nat', CidrBlock: '10.1.9.0/24' }),
        ],
        routeTables: [
          subnetTable('subnet-tgw', [], { VpcId: 'vpc-2', Routes: [local2, route('0.0.0.0/0', 'nat-1')] }),
          subnetTable('subnet-nat', [], { VpcId: 'vpc-2', Routes: [local2, igwRoute(), route('10.0.0.0/16', 'tgw-1')] }),
        ],
        natGateways: [
          natGateway({ VpcId: 'vpc-2', NatGatewayAddresses: [{ PrivateIp: '10.1.9.9', PublicIp: '198.51.100.9', Status: 'succeeded' }] }),
        ],
        internetGateways: [internetGateway('igw-1', 'vpc-2')],
        networkAcls: [networkAcl(['subnet-tgw', 'subnet-nat'], { NetworkAclId: 'acl-2', VpcId: 'vpc-2' })],
      }
    : { vpcs: [], subnets: [], routeTables: [], natGateways: [], internetGateways: [], networkAcls: [] };
  return {
    vpcs: [vpc(), ...ofVpc2.vpcs],
    subnets: [subnet(), ...ofVpc2.subnets],
    routeTables: [mainTable([route('0.0.0.0/0', 'tgw-1')]), ...ofVpc2.routeTables],
    networkAcls: [networkAcl(), ...ofVpc2.networkAcls],
    natGateways: ofVpc2.natGateways,
    internetGateways: ofVpc2.internetGateways,
    securityGroups: [securityGroup({ IpPermissionsEgress: open })],
    transitGateways: [transitGateway()],
    transitGatewayAttachments: [
      transitGatewayAttachment(),
      transitGatewayAttachment({
        TransitGatewayAttachmentId: 'tgw-attach-2',
        ResourceId: 'vpc-2',
        ResourceOwnerId: egressAccount,
        Association: { TransitGatewayRouteTableId: 'tgw-rtb-2', State: 'associated' },
      }),
    ],
    transitGatewayVpcAttachments: [
      transitGatewayVpcAttachment(),
      transitGatewayVpcAttachment({
        TransitGatewayAttachmentId: 'tgw-attach-2',
        VpcId: 'vpc-2',
        VpcOwnerId: egressAccount,
        SubnetIds: ['subnet-tgw'],
      }),
    ],
    transitGatewayRouteTables: [
      transitGatewayRouteTable(spokeRoutes),
      transitGatewayRouteTable([transitRoute('10.0.0.0/16', 'tgw-attach-1', { Type: 'propagated' })], 'tgw-rtb-2'),
    ],
  };
}
