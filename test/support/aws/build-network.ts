import type { ResourceTypes } from './account.ts';
import { ids, override, place, type Overrides } from './build-place.ts';

export type Route = NonNullable<ResourceTypes['RouteTables']['Routes']>[number];
export type Permission = NonNullable<ResourceTypes['SecurityGroups']['IpPermissions']>[number];

const ec2Arn = (type: string, id: string): string => `arn:${place.partition}:ec2:${place.region}:${place.account}:${type}/${id}`;

/** A VPC with one IPv4 block, 10.20.0.0/16. */
export function vpc(id: string = ids.vpc, overrides: Overrides<ResourceTypes['Vpcs']> = {}): ResourceTypes['Vpcs'] {
  const cidr = overrides.CidrBlock ?? '10.20.0.0/16';
  return override<ResourceTypes['Vpcs']>(
    {
      OwnerId: place.account,
      InstanceTenancy: 'default',
      CidrBlockAssociationSet: [{ AssociationId: idLike('vpc-cidr-assoc', id), CidrBlock: cidr, CidrBlockState: { State: 'associated' } }],
      IsDefault: false,
      Tags: [],
      VpcId: id,
      State: 'available',
      CidrBlock: cidr,
      DhcpOptionsId: 'dopt-0a1b2c3d4e5f60001',
    },
    overrides,
  );
}

/** A subnet that gives its machines no public address. */
export function subnet(id: string = ids.subnetA, overrides: Overrides<ResourceTypes['Subnets']> = {}): ResourceTypes['Subnets'] {
  return override<ResourceTypes['Subnets']>(
    {
      AvailabilityZoneId: 'euw1-az1',
      MapCustomerOwnedIpOnLaunch: false,
      OwnerId: place.account,
      AssignIpv6AddressOnCreation: false,
      Ipv6CidrBlockAssociationSet: [],
      Tags: [],
      SubnetArn: ec2Arn('subnet', id),
      EnableDns64: false,
      Ipv6Native: false,
      PrivateDnsNameOptionsOnLaunch: {
        HostnameType: 'ip-name',
        EnableResourceNameDnsARecord: false,
        EnableResourceNameDnsAAAARecord: false,
      },
      SubnetId: id,
      State: 'available',
      VpcId: ids.vpc,
      CidrBlock: '10.20.1.0/24',
      AvailableIpAddressCount: 243,
      AvailabilityZone: `${place.region}a`,
      DefaultForAz: false,
      MapPublicIpOnLaunch: false,
    },
    overrides,
  );
}

/** The route that every table has for its own VPC. */
export function localRoute(cidr = '10.20.0.0/16'): Route {
  return { DestinationCidrBlock: cidr, GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' };
}

/** A route to somewhere, such as `route('0.0.0.0/0', { GatewayId: 'igw-…' })`. */
export function route(destination: string, target: Overrides<Route>): Route {
  const to = destination.includes(':')
    ? { DestinationIpv6CidrBlock: destination }
    : destination.startsWith('pl-')
      ? { DestinationPrefixListId: destination }
      : { DestinationCidrBlock: destination };
  return override<Route>({ ...to, Origin: 'CreateRoute', State: 'active' }, target);
}

/** Says that a table is the main one of its VPC. */
export function mainAssociation(routeTableId: string): NonNullable<ResourceTypes['RouteTables']['Associations']>[number] {
  return {
    Main: true,
    RouteTableAssociationId: idLike('rtbassoc', `${routeTableId} main`),
    RouteTableId: routeTableId,
    AssociationState: { State: 'associated' },
  };
}

/** Says that a table is that of a subnet. */
export function subnetAssociation(
  routeTableId: string,
  subnetId: string,
): NonNullable<ResourceTypes['RouteTables']['Associations']>[number] {
  return {
    Main: false,
    RouteTableAssociationId: idLike('rtbassoc', `${routeTableId} ${subnetId}`),
    RouteTableId: routeTableId,
    SubnetId: subnetId,
    AssociationState: { State: 'associated' },
  };
}

/** The main table of the VPC, which leads nowhere but into the VPC itself. */
export function routeTable(
  id: string = ids.routeTable,
  overrides: Overrides<ResourceTypes['RouteTables']> = {},
): ResourceTypes['RouteTables'] {
  return override<ResourceTypes['RouteTables']>(
    {
      Associations: [mainAssociation(id)],
      PropagatingVgws: [],
      RouteTableId: id,
      Routes: [localRoute()],
      Tags: [],
      VpcId: ids.vpc,
      OwnerId: place.account,
    },
    overrides,
  );
}

/** A rule of a security group; `-1` is every protocol and has no ports. */
export function permission(protocol: string, ports: readonly [number, number] | undefined, peers: Overrides<Permission>): Permission {
  return override<Permission>(
    {
      IpProtocol: protocol,
      ...(ports === undefined ? {} : { FromPort: ports[0], ToPort: ports[1] }),
      UserIdGroupPairs: [],
      IpRanges: [],
      Ipv6Ranges: [],
      PrefixListIds: [],
    },
    peers,
  );
}

/** A group that only its own members may enter, and that leads to port 443 of the VPC and to S3. */
export function securityGroup(
  id: string = ids.securityGroup,
  overrides: Overrides<ResourceTypes['SecurityGroups']> = {},
): ResourceTypes['SecurityGroups'] {
  return override<ResourceTypes['SecurityGroups']>(
    {
      GroupId: id,
      IpPermissionsEgress: [
        permission('tcp', [443, 443], { IpRanges: [{ CidrIp: '10.20.0.0/16', Description: 'interface endpoints' }] }),
        permission('tcp', [443, 443], { PrefixListIds: [{ PrefixListId: ids.s3PrefixList, Description: 'S3 gateway' }] }),
      ],
      Tags: [],
      VpcId: ids.vpc,
      SecurityGroupArn: ec2Arn('security-group', id),
      OwnerId: place.account,
      GroupName: 'ml-workloads',
      Description: 'SageMaker workloads',
      IpPermissions: [permission('-1', undefined, { UserIdGroupPairs: [{ GroupId: id, UserId: place.account }] })],
    },
    overrides,
  );
}

/** An interface endpoint for a service such as `sagemaker.api`, or the gateway endpoint for `s3`. */
export function vpcEndpoint(service: string, overrides: Overrides<ResourceTypes['VpcEndpoints']> = {}): ResourceTypes['VpcEndpoints'] {
  const gateway = service === 's3' || service === 'dynamodb';
  const common = {
    VpcEndpointId: idLike('vpce', service),
    VpcId: ids.vpc,
    ServiceName: `com.amazonaws.${place.region}.${service}`,
    State: 'available',
    PolicyDocument: '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
    RequesterManaged: false,
    CreationTimestamp: '2026-09-14T10:02:51.000Z',
    Tags: [],
    OwnerId: place.account,
    ServiceRegion: place.region,
  } as const;
  const attached: Pick<ResourceTypes['VpcEndpoints'], Attachment> = gateway
    ? { VpcEndpointType: 'Gateway', RouteTableIds: [ids.routeTable], SubnetIds: [], Groups: [], PrivateDnsEnabled: false }
    : {
        VpcEndpointType: 'Interface',
        RouteTableIds: [],
        SubnetIds: [ids.subnetA, ids.subnetB],
        Groups: [{ GroupId: ids.securityGroup, GroupName: 'ml-workloads' }],
        IpAddressType: 'ipv4',
        DnsOptions: { DnsRecordIpType: 'ipv4' },
        PrivateDnsEnabled: true,
        NetworkInterfaceIds: [idLike('eni', `${service} a`), idLike('eni', `${service} b`)],
      };
  const defaults: ResourceTypes['VpcEndpoints'] = { ...attached, ...common };
  return override(defaults, overrides);
}

type Attachment =
  | 'VpcEndpointType'
  | 'RouteTableIds'
  | 'SubnetIds'
  | 'Groups'
  | 'IpAddressType'
  | 'DnsOptions'
  | 'PrivateDnsEnabled'
  | 'NetworkInterfaceIds';

/** An id that looks like AWS's, and is the same for the same words. */
function idLike(prefix: string, words: string): string {
  let hash = 0n;
  for (const letter of words) hash = (hash * 1099511628211n + BigInt(letter.codePointAt(0) ?? 0)) & 0xffff_ffff_ffff_ffffn;
  return `${prefix}-0${hash.toString(16).padStart(16, '0')}`;
}

/** A prefix list as AWS or a team owns it; its entries are given to the Region beside it. */
export function prefixList(
  id: string = ids.s3PrefixList,
  overrides: Overrides<ResourceTypes['PrefixLists']> = {},
): ResourceTypes['PrefixLists'] {
  return override<ResourceTypes['PrefixLists']>(
    {
      PrefixListId: id,
      AddressFamily: 'IPv4',
      State: 'create-complete',
      PrefixListArn: `arn:${place.partition}:ec2:${place.region}:aws:prefix-list/${id}`,
      PrefixListName: `com.amazonaws.${place.region}.s3`,
      Tags: [],
      OwnerId: 'AWS',
    },
    overrides,
  );
}
