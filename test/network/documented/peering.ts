import { acl, all4, eni, endpoint, group, igw, nat, openAcl, subnet, table, vpc, dnsAttributes, type Folder } from './answers.ts';
import { local, nothingElse, type DocumentedCase } from './chain.ts';

const own = '210987654321';
const side = (VpcId: string, CidrBlock: string, given: object = {}) => ({
  CidrBlock,
  CidrBlockSet: [{ CidrBlock }],
  OwnerId: own,
  PeeringOptions: { AllowDnsResolutionFromRemoteVpc: false },
  VpcId,
  Region: 'us-east-1',
  ...given,
});
const peering = (a: object, b: object, Code = 'active', id = 'pcx-1') => ({
  AccepterVpcInfo: b,
  RequesterVpcInfo: a,
  Status: { Code, Message: Code },
  Tags: [],
  VpcPeeringConnectionId: id,
});
const pair = (Code = 'active', b: object = {}) => ({
  'peerings.json': { VpcPeeringConnections: [peering(side('vpc-a', '10.0.0.0/16'), side('vpc-b', '10.1.0.0/16', b), Code)] },
});
const local2 = '10.1.0.0/16 local';
const routed = (a: readonly string[], b: readonly string[]) => ({
  'route-tables.json': { RouteTables: [table('rtb-a', 'vpc-a', 'main', local, ...a), table('rtb-b', 'vpc-b', 'main', local2, ...b)] },
});
const grouped = (into: readonly (string | object)[], out: readonly (string | object)[] = [all4]) => ({
  'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', [], out), group('sg-x', 'vpc-b', into)] },
});
const peered = (GroupId: string, VpcId: string, PeeringStatus = 'active', protocol = 'tcp') => ({
  FromPort: 443,
  ToPort: 443,
  IpProtocol: protocol,
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [{ GroupId, UserId: own, VpcId, VpcPeeringConnectionId: 'pcx-1', PeeringStatus }],
});

/** eni-w in vpc-a, eni-x in vpc-b, which has an internet gateway and a NAT gateway. */
const two: Folder = {
  ...nothingElse,
  'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')] },
  ...dnsAttributes('vpc-a'),
  ...dnsAttributes('vpc-b'),
  'subnets.json': { Subnets: [subnet('subnet-w', 'vpc-a', '10.0.1.0/24'), subnet('subnet-x', 'vpc-b', '10.1.1.0/24')] },
  ...routed(['10.1.0.0/16 pcx-1'], ['10.0.0.0/16 pcx-1', '0.0.0.0/0 igw-1']),
  'acls.json': { NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w'), acl('acl-b', 'vpc-b', 'subnet-x')] },
  ...grouped(['tcp 443 10.0.0.0/16', 'udp 514 10.0.0.0/16']),
  'igws.json': { InternetGateways: [igw('igw-1', 'vpc-b')] },
  'nats.json': { NatGateways: [nat('nat-1', 'subnet-x', 'vpc-b', '10.1.1.9', '52.1.1.9')] },
  'enis.json': {
    NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-x', 'vpc-b', '10.1.1.5', 'sg-x')],
  },
  ...pair(),
};
const basics = 'vpc/latest/peering/vpc-peering-basics.html';
const referring = 'vpc/latest/peering/vpc-peering-security-groups.html';
const routing = 'vpc/latest/peering/vpc-peering-routing.html';
const x = 'to 10.1.1.5:443';

export const peeringCases: Readonly<Record<string, DocumentedCase>> = {
  'routes on both sides': {
    page: routing,
    folder: two,
    want: { [x]: 'reachable', 'to 10.1.1.5:22': 'blocked', 'to 10.1.1.77:443': 'blocked', egress4: 'blocked' },
  },
  'a route on one side only': {
    page: routing,
    folder: { ...two, ...routed(['10.1.0.0/16 pcx-1'], []) },
    want: { [x]: 'blocked', 'to 10.1.1.5:514/udp': 'reachable' },
  },
  'a route on the other side only': {
    page: routing,
    folder: { ...two, ...routed([], ['10.0.0.0/16 pcx-1']) },
    want: { [x]: 'blocked', 'to 10.1.1.5:514/udp': 'blocked' },
  },
  'a route to one host, and back to one host': {
    page: routing,
    folder: { ...two, ...routed(['10.1.1.5/32 pcx-1'], ['10.0.1.5/32 pcx-1']) },
    want: { [x]: 'reachable' },
  },
  'nobody leaves by the gateways of the peer': {
    page: basics,
    folder: { ...two, ...routed(['0.0.0.0/0 pcx-1'], ['10.0.0.0/16 pcx-1', '0.0.0.0/0 igw-1']) },
    want: { egress4: 'blocked', [x]: 'reachable' },
  },
  'nor to one address on the internet': {
    page: basics,
    folder: { ...two, ...routed(['8.8.8.8/32 pcx-1'], ['10.0.0.0/16 pcx-1', '0.0.0.0/0 nat-1']) },
    want: { 'to 8.8.8.8:443': 'blocked', egress4: 'blocked' },
  },
  'a connection that waits for acceptance': { page: basics, folder: { ...two, ...pair('pending-acceptance') }, want: { [x]: 'blocked' } },
  'a connection that was deleted, and its routes': {
    page: basics,
    folder: { ...two, ...pair('deleted'), ...routed(['10.1.0.0/16 pcx-1 blackhole'], ['10.0.0.0/16 pcx-1 blackhole']) },
    want: { [x]: 'blocked' },
  },
  'the ACL of the peer’s subnet': {
    page: 'vpc/latest/userguide/nacl-basics.html',
    folder: {
      ...two,
      'acls.json': {
        NetworkAcls: [
          acl('acl-a', 'vpc-a', 'subnet-w'),
          acl('acl-b', 'vpc-b', 'subnet-x', ['in 100 allow tcp 443 10.0.1.0/24', 'out 100 allow tcp 1024-65535 10.0.1.0/24']),
        ],
      },
    },
    want: { [x]: 'reachable', 'to 10.1.1.5:514/udp': 'blocked' },
  },
  'the ACL of the peer’s subnet keeps answers back': {
    page: 'vpc/latest/userguide/nacl-basics.html',
    folder: {
      ...two,
      'acls.json': {
        NetworkAcls: [
          acl('acl-a', 'vpc-a', 'subnet-w'),
          acl('acl-b', 'vpc-b', 'subnet-x', ['in 100 allow all * 0.0.0.0/0', 'out 100 allow all * 10.1.0.0/16']),
        ],
      },
    },
    want: { [x]: 'blocked', 'to 10.1.1.5:514/udp': 'reachable' },
  },
  'no third VPC behind the second': {
    page: basics,
    folder: {
      ...two,
      'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16'), vpc('vpc-c', '10.2.0.0/16')] },
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24'),
          subnet('subnet-x', 'vpc-b', '10.1.1.0/24'),
          subnet('subnet-z', 'vpc-c', '10.2.1.0/24'),
        ],
      },
      'route-tables.json': {
        RouteTables: [
          table('rtb-a', 'vpc-a', 'main', local, '10.1.0.0/16 pcx-1', '10.2.0.0/16 pcx-1'),
          table('rtb-b', 'vpc-b', 'main', local2, '10.0.0.0/16 pcx-1', '10.2.0.0/16 pcx-2'),
          table('rtb-c', 'vpc-c', 'main', '10.2.0.0/16 local', '10.0.0.0/15 pcx-2'),
        ],
      },
      'acls.json': {
        NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w'), acl('acl-b', 'vpc-b', 'subnet-x'), acl('acl-c', 'vpc-c', 'subnet-z')],
      },
      'groups.json': {
        SecurityGroups: [group('sg-w', 'vpc-a', []), group('sg-x', 'vpc-b', []), group('sg-z', 'vpc-c', ['-1 * 0.0.0.0/0'])],
      },
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-z', 'subnet-z', 'vpc-c', '10.2.1.5', 'sg-z')],
      },
      'peerings.json': {
        VpcPeeringConnections: [
          peering(side('vpc-a', '10.0.0.0/16'), side('vpc-b', '10.1.0.0/16')),
          peering(side('vpc-b', '10.1.0.0/16'), side('vpc-c', '10.2.0.0/16'), 'active', 'pcx-2'),
        ],
      },
    },
    want: { 'to 10.2.1.5:443': 'blocked', 'to 10.2.1.5:53/udp': 'blocked' },
  },
  'two peers with the same block: the longer route decides': {
    page: routing,
    folder: {
      ...two,
      'vpcs.json': { Vpcs: [vpc('vpc-a', '172.16.0.0/16'), vpc('vpc-b', '10.1.0.0/16'), vpc('vpc-c', '10.1.0.0/16')] },
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '172.16.1.0/24'),
          subnet('subnet-x', 'vpc-b', '10.1.1.0/24'),
          subnet('subnet-z', 'vpc-c', '10.1.2.0/24'),
        ],
      },
      'route-tables.json': {
        RouteTables: [
          table('rtb-a', 'vpc-a', 'main', '172.16.0.0/16 local', '10.1.0.0/16 pcx-1', '10.1.2.0/24 pcx-2'),
          table('rtb-b', 'vpc-b', 'main', local2, '172.16.0.0/16 pcx-1'),
          table('rtb-c', 'vpc-c', 'main', local2, '172.16.0.0/16 pcx-2'),
        ],
      },
      'acls.json': {
        NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w'), acl('acl-b', 'vpc-b', 'subnet-x'), acl('acl-c', 'vpc-c', 'subnet-z')],
      },
      'groups.json': {
        SecurityGroups: [
          group('sg-w', 'vpc-a', []),
          group('sg-x', 'vpc-b', ['tcp 443 172.16.0.0/16']),
          group('sg-z', 'vpc-c', ['tcp 5432 172.16.0.0/16']),
        ],
      },
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '172.16.1.5', 'sg-w'),
          eni('eni-x', 'subnet-x', 'vpc-b', '10.1.1.5', 'sg-x'),
          eni('eni-z', 'subnet-z', 'vpc-c', '10.1.2.5', 'sg-z'),
        ],
      },
      'peerings.json': {
        VpcPeeringConnections: [
          peering(side('vpc-a', '172.16.0.0/16'), side('vpc-b', '10.1.0.0/16')),
          peering(side('vpc-a', '172.16.0.0/16'), side('vpc-c', '10.1.0.0/16'), 'active', 'pcx-2'),
        ],
      },
    },
    want: { 'to 10.1.1.5:443': 'reachable', 'to 10.1.2.5:5432': 'reachable', 'to 10.1.2.5:443': 'blocked', 'to 10.1.1.5:5432': 'blocked' },
  },
  'a rule that names the peer’s group': {
    page: referring,
    folder: { ...two, ...grouped([peered('sg-w', 'vpc-a')]) },
    want: { [x]: 'reachable', 'to 10.1.1.5:514/udp': 'blocked' },
  },
  'an outbound rule that names the peer’s group': {
    page: referring,
    folder: { ...two, ...grouped(['tcp 443 10.0.0.0/16'], [peered('sg-x', 'vpc-b')]) },
    want: { [x]: 'reachable', 'to 10.1.1.5:514/udp': 'blocked', egress4: 'blocked' },
  },
  'a stale outbound rule': {
    page: referring,
    folder: { ...two, ...grouped(['tcp 443 10.0.0.0/16'], [peered('sg-x', 'vpc-b', 'deleted')]) },
    want: { [x]: 'blocked' },
  },
  'a stale rule': { page: referring, folder: { ...two, ...grouped([peered('sg-w', 'vpc-a', 'deleted')]) }, want: { [x]: 'blocked' } },
  'a peer in another account that was not read': {
    page: basics,
    folder: {
      ...two,
      'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16')] },
      'subnets.json': { Subnets: [subnet('subnet-w', 'vpc-a', '10.0.1.0/24')] },
      'route-tables.json': { RouteTables: [table('rtb-a', 'vpc-a', 'main', local, '0.0.0.0/0 pcx-1')] },
      'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w')] },
      ...pair('active', { OwnerId: '333333333333' }),
    },
    want: { [x]: 'undecided', egress4: 'blocked', 'to 8.8.8.8:443': 'blocked' },
  },
  'the gateway endpoint of the peer is not shared': {
    page: 'vpc/latest/privatelink/gateway-endpoints.html',
    folder: {
      ...two,
      'endpoints.json': {
        VpcEndpoints: [
          endpoint('vpce-s3', 's3', {
            VpcId: 'vpc-b',
            VpcEndpointType: 'Gateway',
            RouteTableIds: ['rtb-b'],
            SubnetIds: [],
            Groups: [],
            PrivateDnsEnabled: false,
          }),
        ],
      },
      'prefix-lists.json': {
        PrefixLists: [{ PrefixListId: 'pl-63a5400a', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['52.216.0.0/15'] }],
      },
      ...routed(['0.0.0.0/0 pcx-1'], ['10.0.0.0/16 pcx-1', 'pl-63a5400a vpce-s3']),
    },
    want: { 'endpoint s3': 'nowhere', 'to 52.216.1.1:443': 'blocked' },
  },
  'two VPCs without a connection': {
    page: 'vpc/latest/userguide/how-it-works.html',
    folder: { ...two, 'peerings.json': { VpcPeeringConnections: [] }, ...routed([], []) },
    want: { [x]: 'blocked' },
  },
  'a NAT gateway is not used from the peer': {
    page: 'vpc/latest/userguide/nat-gateway-basics.html',
    folder: { ...two, ...routed(['0.0.0.0/0 pcx-1'], ['10.0.0.0/16 pcx-1', '0.0.0.0/0 nat-1']) },
    want: { egress4: 'blocked' },
  },
  'an ACL with the default entries': {
    page: 'vpc/latest/userguide/default-network-acl.html',
    folder: {
      ...two,
      'acls.json': { NetworkAcls: [acl('acl-a', 'vpc-a', 'subnet-w', openAcl), acl('acl-b', 'vpc-b', 'subnet-x', openAcl)] },
    },
    want: { [x]: 'reachable' },
  },
};
