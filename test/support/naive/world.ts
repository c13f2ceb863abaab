import type { SectionName, Sections } from '../../../src/inventory/sections.ts';

type Rows<K extends SectionName> = Sections[K] extends readonly (infer Row)[] ? readonly Row[] : never;

/** What AWS answered, as it came: the rows of every section that decides where packets go. */
export type World = { readonly [K in WorldSection]: Rows<K> };

export const worldSections = [
  'vpcs',
  'subnets',
  'routeTables',
  'networkAcls',
  'securityGroups',
  'securityGroupVpcAssociations',
  'prefixLists',
  'networkInterfaces',
  'internetGateways',
  'egressOnlyInternetGateways',
  'carrierGateways',
  'natGateways',
  'vpcEndpoints',
  'vpcPeeringConnections',
  'transitGateways',
  'transitGatewayAttachments',
  'transitGatewayVpcAttachments',
  'transitGatewayRouteTables',
  'blockPublicAccessOptions',
  'blockPublicAccessExclusions',
  'networkFirewalls',
] as const satisfies readonly SectionName[];

export type WorldSection = (typeof worldSections)[number];

export type Interface = World['networkInterfaces'][number];
export type Subnet = World['subnets'][number];

/** The CIDR blocks of a subnet, of both families. */
export function blocksOfSubnet(subnet: Subnet | undefined): readonly string[] {
  return [subnet?.CidrBlock, ...(subnet?.Ipv6CidrBlockAssociationSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock)].filter(
    (block) => block !== undefined,
  );
}

export function subnetById({ subnets }: World, id: string | undefined): Subnet | undefined {
  return subnets.find(({ SubnetId }) => SubnetId === id);
}

/** The addresses by which an interface is reached inside its VPC. */
export function privateAddresses({ PrivateIpAddresses, Ipv6Addresses }: Interface): readonly string[] {
  return [
    ...(PrivateIpAddresses ?? []).flatMap(({ PrivateIpAddress }) => PrivateIpAddress ?? []),
    ...(Ipv6Addresses ?? []).flatMap(({ Ipv6Address }) => Ipv6Address ?? []),
  ];
}

export function groupIdsOf({ Groups }: Interface): readonly string[] {
  return (Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
}
