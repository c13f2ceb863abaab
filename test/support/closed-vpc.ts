import type { VpcEndpoint } from '../../src/inventory/sections/vpc-endpoints.ts';
import type { Given } from './inventory.ts';
import { natGateway, networkAcl } from './rows-network.ts';
import { igwRoute, mainTable, prefixList, securityGroup, subnet, subnetTable, vpcEndpoint } from './rows.ts';

const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

/** The list of S3's addresses, as AWS keeps it. */
export function s3PrefixList(entries: Parameters<typeof prefixList>[1] = ['3.5.64.0/21', '52.218.0.0/17']) {
  const list = prefixList('pl-s3', entries);
  return { ...list, summary: { ...list.summary, PrefixListName: 'com.amazonaws.eu-west-1.s3', OwnerId: 'AWS' } };
}

/** The gateway endpoint for S3, on the main table of vpc-1. */
export function s3Gateway(given: Partial<VpcEndpoint> = {}): VpcEndpoint {
  return vpcEndpoint('s3', {
    VpcEndpointId: 'vpce-s3',
    VpcEndpointType: 'Gateway',
    RouteTableIds: ['rtb-main'],
    SubnetIds: [],
    Groups: [],
    PrivateDnsEnabled: false,
    ...given,
  });
}

/** The route that a gateway endpoint puts into a table. */
export const s3Route = { DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce-s3', State: 'active' as const };

/** sg-1 with TCP 443 to everywhere, and from itself. */
export const calling = securityGroup({ IpPermissionsEgress: [{ ...https, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] });

/** vpc-1 without a way to the internet, and with endpoints for all that Studio and the SDK need. */
export const closedVpc = {
  securityGroups: [calling],
  routeTables: [mainTable([s3Route])],
  prefixLists: [s3PrefixList()],
  vpcEndpoints: [
    s3Gateway(),
    ...['sagemaker.api', 'sagemaker.runtime', 'sts', 'logs'].map((service) =>
      vpcEndpoint(service, { VpcEndpointId: `vpce-${service.replace('sagemaker.', '')}` }),
    ),
  ],
} satisfies Given;

/** The endpoints of the closed VPC without some, by the end of their id. */
export function without(...ids: readonly string[]): readonly VpcEndpoint[] {
  return closedVpc.vpcEndpoints.filter(({ VpcEndpointId }) => !ids.includes(VpcEndpointId?.replace('vpce-', '') ?? ''));
}

/** A NAT gateway that takes everything from subnet-1 to the internet. */
export const withNat = {
  subnets: [subnet(), subnet({ SubnetId: 'subnet-nat', CidrBlock: '10.0.9.0/24' })],
  networkAcls: [networkAcl(['subnet-1', 'subnet-nat'])],
  routeTables: [
    mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }]),
    subnetTable('subnet-nat', [igwRoute()]),
  ],
  natGateways: [natGateway()],
} satisfies Given;
