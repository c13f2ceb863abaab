import type { SecurityGroup } from '../../../src/inventory/sections/security-groups.ts';
import type { VpcEndpoint } from '../../../src/inventory/sections/vpc-endpoints.ts';
import type { AwsService } from '../../../src/network/endpoints/aws-service.ts';
import type { EndpointReach, ServiceName } from '../../../src/network/endpoints/endpoint-reach.ts';
import type { Given } from '../../support/inventory.ts';
import { internetGateway, natGateway, networkAcl } from '../../support/rows-network.ts';
import { privateHostedZone } from '../../support/rows-names.ts';
import {
  dnsAttributes,
  igwRoute,
  localRoute,
  mainTable,
  prefixList,
  securityGroup,
  subnet,
  subnetTable,
  vpc,
  vpcEndpoint,
} from '../../support/rows.ts';
import { peering } from '../../support/rows-transit.ts';
import { centralEgress, open, route } from './world.ts';

/** One question about one service: what AWS answered, and what must come out of it. */
export interface EndpointCase {
  readonly given: Given;
  readonly service: AwsService;
  /** Of the service, where that is another than the workload's. */
  readonly region?: string;
  readonly want: EndpointReach['verdict'];
  readonly name: ServiceName['resolvesTo'];
  readonly endpoint?: string;
  readonly gateway?: boolean;
  /** Of the blocker or of a doubt: code, object, refused operation. */
  readonly by?: string;
  readonly zones?: readonly string[];
}

type Permissions = NonNullable<SecurityGroup['IpPermissionsEgress']>;
export const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
export const toVpc: Permissions = [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }];
export const fromWorkload: Permissions = [{ ...https, UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '111122223333' }] }];

/** The endpoint's subnet and group, beside those of the workload. */
export const endpointSubnet = subnet({ SubnetId: 'subnet-e', CidrBlock: '10.0.5.0/24', AvailabilityZoneId: 'euw1-az2' });
export const groups = (egress: Permissions = toVpc, ingress: Permissions = fromWorkload, given: Partial<SecurityGroup> = {}) => [
  securityGroup({ IpPermissionsEgress: egress }),
  securityGroup({ GroupId: 'sg-e', IpPermissions: ingress, IpPermissionsEgress: [], ...given }),
];
export const api = (given: Partial<VpcEndpoint> = {}) =>
  vpcEndpoint('sagemaker.api', { VpcEndpointId: 'vpce-1', SubnetIds: ['subnet-e'], Groups: [{ GroupId: 'sg-e' }], ...given });

/** vpc-1 with the endpoint for the SageMaker API in a subnet of its own: P06. */
export const sound = {
  vpcs: [vpc()],
  subnets: [subnet(), endpointSubnet],
  routeTables: [mainTable()],
  networkAcls: [networkAcl(['subnet-1', 'subnet-e'])],
  securityGroups: groups(),
  vpcEndpoints: [api()],
} satisfies Given;

export const gatewayEndpoint = vpcEndpoint('s3', {
  VpcEndpointId: 'vpce-s3',
  VpcEndpointType: 'Gateway',
  SubnetIds: [],
  Groups: [],
  PrivateDnsEnabled: false,
  RouteTableIds: ['rtb-main'],
});
export const toGateway = { DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce-s3', State: 'active' as const };
export const s3List = (id = 'pl-s3', entries: Parameters<typeof prefixList>[1] = ['3.5.64.0/21', '52.218.0.0/17']) => {
  const list = prefixList(id, entries);
  return { ...list, summary: { ...list.summary, PrefixListName: 'com.amazonaws.eu-west-1.s3' } };
};
/** No way out but the gateway endpoint for S3: P01. */
export const storage = {
  routeTables: [mainTable([toGateway])],
  vpcEndpoints: [gatewayEndpoint],
  prefixLists: [s3List()],
  securityGroups: groups([{ ...https, PrefixListIds: [{ PrefixListId: 'pl-s3' }] }]),
} satisfies Given;

/** subnet-1 → nat-1 → igw-1. */
export const withNat = {
  subnets: [subnet(), endpointSubnet, subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
  routeTables: [mainTable(), subnetTable('subnet-1', [route('0.0.0.0/0', 'nat-1')]), subnetTable('subnet-nat', [igwRoute()])],
  networkAcls: [networkAcl(['subnet-1', 'subnet-e', 'subnet-nat'])],
  natGateways: [natGateway()],
  internetGateways: [internetGateway()],
  securityGroups: groups(open),
} satisfies Given;

export const host = 'api.sagemaker.eu-west-1.amazonaws.com';
export const dnsName = 'vpce-1-4ac1e6d2.api.sagemaker.eu-west-1.vpce.amazonaws.com';
export const alias = (Name: string, DNSName = dnsName) => ({
  Name: `${Name}.`,
  Type: 'A' as const,
  AliasTarget: { DNSName: `${DNSName}.` },
});
export const zone = (records: Parameters<typeof privateHostedZone>[1] = [alias(host)], name = host) => privateHostedZone(name, records);

/** The endpoint stands in vpc-2, behind pcx-1, and a zone of vpc-1 leads to it. */
export const central = {
  vpcs: [vpc(), vpc({ VpcId: 'vpc-2', CidrBlock: '10.1.0.0/16' })],
  subnets: [subnet(), subnet({ SubnetId: 'subnet-e', VpcId: 'vpc-2', CidrBlock: '10.1.5.0/24' })],
  routeTables: [
    mainTable([route('10.1.0.0/16', 'pcx-1')]),
    subnetTable('subnet-e', [], {
      VpcId: 'vpc-2',
      Routes: [{ ...localRoute, DestinationCidrBlock: '10.1.0.0/16' }, route('10.0.0.0/16', 'pcx-1')],
    }),
  ],
  networkAcls: [networkAcl(), networkAcl(['subnet-e'], { NetworkAclId: 'acl-2', VpcId: 'vpc-2' })],
  securityGroups: groups([{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }], [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }], {
    VpcId: 'vpc-2',
  }),
  vpcPeeringConnections: [peering()],
  vpcEndpoints: [api({ VpcId: 'vpc-2', PrivateDnsEnabled: false, DnsEntries: [{ DnsName: dnsName, HostedZoneId: 'Z38GZ743OKFT7T' }] })],
  vpcDnsAttributes: [dnsAttributes('vpc-1'), dnsAttributes('vpc-2')],
  privateHostedZones: [zone()],
} satisfies Given;

/** The same behind a transit gateway, over which egress rules know no groups of others. */
const behindGateway: Given = {
  ...centralEgress(),
  securityGroups: groups(
    [{ ...https, UserIdGroupPairs: [{ GroupId: 'sg-e', UserId: '111122223333', VpcId: 'vpc-2' }] }],
    [{ ...https, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }],
    { VpcId: 'vpc-2' },
  ),
  vpcEndpoints: [api({ VpcId: 'vpc-2', SubnetIds: ['subnet-tgw'], PrivateDnsEnabled: false })],
  vpcDnsAttributes: [dnsAttributes('vpc-1'), dnsAttributes('vpc-2')],
  privateHostedZones: [zone()],
};
export const acrossGateway: Given = {
  ...behindGateway,
  routeTables: [
    ...(centralEgress().routeTables as ReturnType<typeof mainTable>[]).filter(({ RouteTableId }) => RouteTableId !== 'rtb-subnet-tgw'),
    subnetTable('subnet-tgw', [], {
      VpcId: 'vpc-2',
      Routes: [{ ...localRoute, DestinationCidrBlock: '10.1.0.0/16' }, route('10.0.0.0/16', 'tgw-1')],
    }),
  ],
};

export const inspecting = vpcEndpoint('fw', {
  VpcEndpointId: 'vpce-fw',
  VpcEndpointType: 'GatewayLoadBalancer',
  ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-fw',
  SubnetIds: ['subnet-fw'],
});
