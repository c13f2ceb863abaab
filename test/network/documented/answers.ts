/**
 * Answers of `aws … describe-*` as somebody has saved them: every field in the words of the AWS CLI, those that are not read among them.
 * One line says a route (`0.0.0.0/0 nat-1`), a rule of a group (`tcp 443 0.0.0.0/0`) or of a network ACL (`in 100 allow tcp 443 0.0.0.0/0`).
 */

/** Files by name, each with what the AWS CLI printed into it. */
export type Folder = Readonly<Record<string, object>>;

export const account = '210987654321';
export const region = 'us-east-1';

const tags = (name: string) => [{ Key: 'Name', Value: name }];

export function vpc(VpcId: string, CidrBlock: string, given: object = {}): object {
  const CidrBlockAssociationSet = [{ AssociationId: `a-${VpcId}`, CidrBlock, CidrBlockState: { State: 'associated' } }];
  return {
    OwnerId: account,
    InstanceTenancy: 'default',
    CidrBlockAssociationSet,
    IsDefault: false,
    Tags: tags(VpcId),
    VpcId,
    State: 'available',
    CidrBlock,
    DhcpOptionsId: 'dopt-1',
    ...given,
  };
}

/** A block of IPv6 of a VPC or subnet. */
export const sixth = (Ipv6CidrBlock: string, given: object = {}) => ({
  Ipv6CidrBlockAssociationSet: [{ AssociationId: 'v6', Ipv6CidrBlock, Ipv6CidrBlockState: { State: 'associated' }, ...given }],
});

export function subnet(SubnetId: string, VpcId: string, CidrBlock: string, given: object = {}, zone = 'a'): object {
  return {
    AvailabilityZone: region + zone,
    AvailabilityZoneId: `use1-az${zone.charCodeAt(0) - 96}`,
    AvailableIpAddressCount: 240,
    CidrBlock,
    DefaultForAz: false,
    MapPublicIpOnLaunch: false,
    State: 'available',
    SubnetId,
    VpcId,
    OwnerId: account,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    EnableDns64: false,
    Ipv6Native: false,
    PrivateDnsNameOptionsOnLaunch: { HostnameType: 'ip-name' },
    ...given,
  };
}

const targetFields: Readonly<Record<string, string>> = {
  nat: 'NatGatewayId',
  tgw: 'TransitGatewayId',
  pcx: 'VpcPeeringConnectionId',
  eni: 'NetworkInterfaceId',
  eigw: 'EgressOnlyInternetGatewayId',
  lgw: 'LocalGatewayId',
  cagw: 'CarrierGatewayId',
  arn: 'CoreNetworkArn',
};

/** `DESTINATION TARGET`, and `blackhole` or `propagated`. */
function route(line: string): object {
  const [to = '', target = '', how] = line.split(' ');
  const destination = to.startsWith('pl-')
    ? 'DestinationPrefixListId'
    : to.includes(':')
      ? 'DestinationIpv6CidrBlock'
      : 'DestinationCidrBlock';
  return {
    [destination]: to,
    [targetFields[target.split(/[-:]/)[0] ?? ''] ?? 'GatewayId']: target,
    Origin: target === 'local' ? 'CreateRouteTable' : how === 'propagated' ? 'EnableVgwRoutePropagation' : 'CreateRoute',
    State: how === 'blackhole' ? 'blackhole' : 'active',
  };
}

/** A table of these subnets (`subnet-…`), of a gateway (`igw-…`), or the main one. */
export function table(RouteTableId: string, VpcId: string, of: string, ...routes: readonly string[]): object {
  const Associations = of
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => ({
      Main: each === 'main',
      RouteTableAssociationId: `rtbassoc-${each}`,
      RouteTableId,
      ...(each === 'main' ? {} : { [each.startsWith('subnet') ? 'SubnetId' : 'GatewayId']: each }),
      AssociationState: { State: 'associated' },
    }));
  return { Associations, PropagatingVgws: [], RouteTableId, Routes: routes.map(route), Tags: tags(RouteTableId), VpcId, OwnerId: account };
}

function ports(text: string | undefined): readonly [number, number] | undefined {
  if (text === undefined || text === '*') return undefined;
  const [from = 0, to = from] = text.split('-').map(Number);
  return [from, to];
}

const protocolNumbers: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58', all: '-1' };

/** `in|out NUMBER allow|deny PROTOCOL PORTS|* CIDR`. */
function entry(line: string): object {
  const [way, number, RuleAction, protocol = '', range, cidr = ''] = line.split(' ');
  const between = ports(range);
  return {
    [cidr.includes(':') ? 'Ipv6CidrBlock' : 'CidrBlock']: cidr,
    Egress: way === 'out',
    Protocol: protocolNumbers[protocol] ?? protocol,
    ...(between === undefined ? {} : { PortRange: { From: between[0], To: between[1] } }),
    RuleAction,
    RuleNumber: Number(number),
  };
}

export const openAcl = [
  'in 100 allow all * 0.0.0.0/0',
  'out 100 allow all * 0.0.0.0/0',
  'in 101 allow all * ::/0',
  'out 101 allow all * ::/0',
];

/** A network ACL of these subnets, with what AWS adds at its end. */
export function acl(NetworkAclId: string, VpcId: string, subnets: string, entries: readonly string[] = openAcl): object {
  const last = ['in', 'out'].flatMap((way) => [`${way} 32767 deny all * 0.0.0.0/0`, `${way} 32768 deny all * ::/0`]);
  return {
    Associations: subnets.split(' ').map((SubnetId) => ({ NetworkAclAssociationId: `aclassoc-${SubnetId}`, NetworkAclId, SubnetId })),
    Entries: [...entries, ...last].map(entry),
    IsDefault: entries === openAcl,
    NetworkAclId,
    Tags: [],
    VpcId,
    OwnerId: account,
  };
}

/** `PROTOCOL PORTS|* PEER`, where the peer is a CIDR, a group, or a prefix list. */
function rule(line: string): object {
  const [IpProtocol = '', range, peer = ''] = line.split(' ');
  const between = ports(range);
  return {
    IpProtocol,
    ...(between === undefined ? {} : { FromPort: between[0], ToPort: between[1] }),
    IpRanges: /^[0-9.]+\//.test(peer) ? [{ CidrIp: peer, Description: 'as agreed' }] : [],
    Ipv6Ranges: peer.includes(':') ? [{ CidrIpv6: peer }] : [],
    PrefixListIds: peer.startsWith('pl-') ? [{ PrefixListId: peer }] : [],
    UserIdGroupPairs: peer.startsWith('sg-') ? [{ GroupId: peer, UserId: account }] : [],
  };
}

export const all4 = '-1 * 0.0.0.0/0';
export const all6 = '-1 * ::/0';

export function group(
  GroupId: string,
  VpcId: string,
  into: readonly (string | object)[],
  out: readonly (string | object)[] = [all4],
): object {
  const rules = (lines: readonly (string | object)[]) => lines.map((line) => (typeof line === 'string' ? rule(line) : line));
  return {
    GroupId,
    IpPermissionsEgress: rules(out),
    Tags: [],
    VpcId,
    SecurityGroupArn: `arn:aws:ec2:${region}:${account}:security-group/${GroupId}`,
    OwnerId: account,
    GroupName: GroupId,
    Description: 'created 2024-02-29',
    IpPermissions: rules(into),
  };
}

/** An interface with one private address, and a public one where told. */
export function eni(
  id: string,
  subnetId: string,
  VpcId: string,
  ip: string,
  groups: string,
  given: object = {},
  publicIp?: string,
): object {
  const association =
    publicIp === undefined
      ? {}
      : {
          Association: {
            AllocationId: 'eipalloc-1',
            AssociationId: 'eipassoc-1',
            IpOwnerId: account,
            PublicDnsName: '',
            PublicIp: publicIp,
          },
        };
  return {
    ...association,
    Attachment: {
      AttachmentId: `eni-attach-${id}`,
      DeviceIndex: 0,
      InstanceId: id.replace('eni', 'i'),
      InstanceOwnerId: account,
      Status: 'attached',
    },
    AvailabilityZone: `${region}a`,
    Description: '',
    Groups: groups
      .split(' ')
      .filter((each) => each !== '')
      .map((GroupId) => ({ GroupId, GroupName: GroupId })),
    InterfaceType: 'interface',
    Ipv6Addresses: [],
    MacAddress: '0e:00:00:00:00:01',
    NetworkInterfaceId: id,
    OwnerId: account,
    PrivateIpAddress: ip,
    PrivateIpAddresses: [{ ...association, Primary: true, PrivateIpAddress: ip }],
    RequesterManaged: false,
    SourceDestCheck: true,
    Status: 'in-use',
    SubnetId: subnetId,
    TagSet: [],
    VpcId,
    ...given,
  };
}

export function nat(
  NatGatewayId: string,
  SubnetId: string | undefined,
  VpcId: string,
  ip: string,
  publicIp?: string,
  given: object = {},
): object {
  return {
    CreateTime: '2024-05-01T10:00:00+00:00',
    NatGatewayAddresses: [
      {
        AllocationId: `eipalloc-${NatGatewayId}`,
        NetworkInterfaceId: `eni-${NatGatewayId}`,
        PrivateIp: ip,
        ...(publicIp === undefined ? {} : { PublicIp: publicIp }),
        IsPrimary: true,
        Status: 'succeeded',
      },
    ],
    NatGatewayId,
    State: 'available',
    ...(SubnetId === undefined ? {} : { SubnetId }),
    VpcId,
    Tags: [],
    ConnectivityType: publicIp === undefined ? 'private' : 'public',
    ...given,
  };
}

export function igw(InternetGatewayId: string, VpcId: string, State = 'available'): object {
  return { Attachments: [{ State, VpcId }], InternetGatewayId, OwnerId: account, Tags: [] };
}

export function endpoint(VpcEndpointId: string, service: string, given: object = {}): object {
  const Interface = {
    VpcEndpointType: 'Interface',
    SubnetIds: ['subnet-e'],
    Groups: [{ GroupId: 'sg-e', GroupName: 'sg-e' }],
    PrivateDnsEnabled: true,
  };
  return {
    VpcEndpointId,
    VpcId: 'vpc-a',
    ServiceName: service.includes('.vpce.') ? service : `com.amazonaws.${region}.${service}`,
    State: 'available',
    PolicyDocument: '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}',
    RouteTableIds: [],
    ...Interface,
    IpAddressType: 'ipv4',
    RequesterManaged: false,
    CreationTimestamp: '2024-05-01T10:00:00.000000+00:00',
    Tags: [],
    OwnerId: account,
    ...given,
  };
}

export const blockPublicAccess = (InternetGatewayBlockMode: string, State = 'update-complete') => ({
  VpcBlockPublicAccessOptions: {
    AwsAccountId: account,
    AwsRegion: region,
    State,
    InternetGatewayBlockMode,
    LastUpdateTimestamp: '2025-01-01T00:00:00+00:00',
    ManagedBy: 'account',
    ExclusionsAllowed: 'allowed',
  },
});

export const exclusion = (resource: string, InternetGatewayExclusionMode: string, State = 'create-complete') => ({
  ExclusionId: `vpcbpa-exclude-${resource}`,
  InternetGatewayExclusionMode,
  ResourceArn: `arn:aws:ec2:${region}:${account}:${resource}`,
  State,
});

export const dnsAttributes = (VpcId: string, support = true, hostnames = true): Folder => ({
  [`${VpcId}-support.json`]: { VpcId, EnableDnsSupport: { Value: support } },
  [`${VpcId}-hostnames.json`]: { VpcId, EnableDnsHostnames: { Value: hostnames } },
});
