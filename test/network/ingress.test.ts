import { describe, expect, it } from 'vitest';
import type { IpFamily } from '../../src/network/address-set.ts';
import type { NetworkAcl } from '../../src/inventory/sections/network-acls.ts';
import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';
import { answersTo, ingressOf } from '../support/ingress.ts';
import type { Given } from '../support/inventory.ts';
import { networkInterface } from '../support/network.ts';
import { blockPublicAccess, blockPublicAccessExclusion, internetGateway, natGateway, networkAcl } from '../support/rows-network.ts';
import { igwRoute, localRoute, mainTable, prefixList, refused, securityGroup, subnet, vpc } from '../support/rows.ts';

type Permission = NonNullable<SecurityGroup['IpPermissions']>[number];
type Entry = NonNullable<NetworkAcl['Entries']>[number];

const letsIn = (...IpPermissions: readonly Permission[]) => [securityGroup({ IpPermissions })];
const tcp = (port: number, CidrIp = '0.0.0.0/0'): Permission => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp }],
});
const everything: Permission = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const paired = [{ PrivateIpAddress: '10.0.1.5', Primary: true, Association: { PublicIp: '198.51.100.5' } }];
const own = networkInterface('eni-1', '10.0.1.5', { PrivateIpAddresses: paired });
const privately = networkInterface('eni-1', '10.0.1.5');
const six = networkInterface('eni-1', '10.0.1.5', { Ipv6Addresses: [{ Ipv6Address: '2600:1f00::5' }] });

/** eni-1 with a public address, in a public subnet, under a group that lets in TCP 22 from anywhere. */
function exposed(given: Given = {}): Given {
  return { networkInterfaces: [own], routeTables: [mainTable([igwRoute()])], securityGroups: letsIn(tcp(22)), ...given };
}

/** eni-1 with a global IPv6 address, in a subnet that leads ::/0 to the internet gateway. */
function exposed6(given: Given = {}): Given {
  return exposed({
    vpcs: [vpc({ Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f00::/56', Ipv6CidrBlockState: { State: 'associated' } }] })],
    subnets: [subnet({ Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f00::/64', Ipv6CidrBlockState: { State: 'associated' } }] })],
    networkInterfaces: [six],
    routeTables: [mainTable([{ DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active', Origin: 'CreateRoute' }])],
    securityGroups: letsIn({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }),
    ...given,
  });
}

/** An ACL of subnet-1; what no entry allows is denied. */
const acl = (...Entries: readonly Entry[]) => [networkAcl(['subnet-1'], { Entries })];
const entry = (Egress: boolean, RuleNumber: number, RuleAction: 'allow' | 'deny', from?: number, to = from, Protocol = '6'): Entry => ({
  Egress,
  RuleNumber,
  RuleAction,
  Protocol: from === undefined ? '-1' : Protocol,
  CidrBlock: '0.0.0.0/0',
  ...(from === undefined || to === undefined ? {} : { PortRange: { From: from, To: to } }),
});

/** Another table of the VPC, of the gateway itself. */
const edge = (target: string, State: 'active' | 'blackhole' = 'active') =>
  mainTable(
    [
      {
        DestinationCidrBlock: '10.0.1.0/24',
        [target.startsWith('eni-') ? 'NetworkInterfaceId' : 'GatewayId']: target,
        State,
        Origin: 'CreateRoute',
      },
    ],
    {
      RouteTableId: 'rtb-edge',
      Associations: [
        { RouteTableAssociationId: 'rtbassoc-edge', Main: false, GatewayId: 'igw-1', AssociationState: { State: 'associated' } },
      ],
    },
  );

interface Scenario {
  readonly name: string;
  readonly given: Given;
  readonly family?: IpFamily;
  readonly at?: string;
  readonly expected: Readonly<Record<string, string>>;
}

const ssh = (answer: string) => ({ 'tcp 8.8.8.8 22': answer });
const https6 = (answer: string) => ({ 'tcp 2001:4860::8 443': answer });

const scenarios: readonly Scenario[] = [
  {
    name: 'I01: no public address',
    given: exposed({ networkInterfaces: [privately], securityGroups: letsIn(everything) }),
    expected: ssh('NO_PUBLIC_ADDRESS'),
  },
  {
    name: 'I02: a public address, a group that lets in, a public subnet',
    given: exposed(),
    expected: { 'tcp 8.8.8.8 22': 'full', 'tcp 8.8.8.8 23': 'SECURITY_GROUP', 'udp 8.8.8.8 22': 'SECURITY_GROUP' },
  },
  {
    name: 'I04: answers get out to one port only, from which whoever attacks may come',
    given: exposed({ networkAcls: acl(entry(false, 100, 'allow'), entry(true, 100, 'allow', 443)) }),
    expected: ssh('odd-ports'),
  },
  {
    name: 'I06: a global IPv6 address is a public one',
    given: exposed6(),
    family: 6,
    expected: { 'tcp 2001:4860::8 443': 'full', 'tcp 2001:4860::8 22': 'SECURITY_GROUP' },
  },
  { name: 'I06: the same interface by IPv4', given: exposed6(), expected: ssh('NO_PUBLIC_ADDRESS') },
  {
    name: 'I10: a NAT gateway lets nobody in',
    given: exposed({ networkInterfaces: [privately], natGateways: [natGateway({ SubnetId: 'subnet-1' })] }),
    expected: ssh('NO_PUBLIC_ADDRESS'),
  },

  { name: 'no rule lets it in', given: exposed({ securityGroups: letsIn() }), expected: ssh('SECURITY_GROUP') },
  {
    name: 'some senders only',
    given: exposed({ securityGroups: letsIn(tcp(22, '8.8.0.0/16')) }),
    expected: { 'tcp 8.8.8.8 22': 'full', 'tcp 9.9.9.9 22': 'SECURITY_GROUP' },
  },
  {
    name: 'a list of senders',
    given: exposed({
      securityGroups: letsIn({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: 'pl-1' }] }),
      prefixLists: [prefixList('pl-1', ['8.8.8.0/24'])],
    }),
    expected: { 'tcp 8.8.8.8 22': 'full', 'tcp 9.9.9.9 22': 'SECURITY_GROUP' },
  },
  {
    name: 'a list that could not be read',
    given: exposed({
      securityGroups: letsIn({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: 'pl-1' }] }),
      prefixLists: [prefixList('pl-1', refused('ec2:GetManagedPrefixListEntries'))],
    }),
    expected: { 'tcp 8.8.8.8 22': '? UNKNOWN_PREFIX_LIST', 'tcp 8.8.8.8 23': 'SECURITY_GROUP' },
  },
  {
    name: 'members of a group are no part of the internet',
    given: exposed({ securityGroups: letsIn({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1' }] }) }),
    expected: ssh('SECURITY_GROUP'),
  },
  { name: 'a group that is nowhere', given: exposed({ securityGroups: [] }), expected: ssh('? DANGLING') },
  {
    name: 'groups could not be read',
    given: exposed({ securityGroups: refused('ec2:DescribeSecurityGroups') }),
    expected: ssh('? NO_PERMISSION'),
  },

  {
    name: 'the ACL keeps it out',
    given: exposed({ networkAcls: acl(entry(false, 90, 'deny', 22), entry(false, 100, 'allow'), entry(true, 100, 'allow')) }),
    expected: ssh('NETWORK_ACL'),
  },
  {
    name: 'the ACL lets in another port of the same group',
    given: exposed({
      securityGroups: letsIn(tcp(22), tcp(80)),
      networkAcls: acl(entry(false, 100, 'allow', 80), entry(true, 100, 'allow')),
    }),
    expected: { 'tcp 8.8.8.8 22': 'NETWORK_ACL', 'tcp 8.8.8.8 80': 'full' },
  },
  {
    name: 'answers get out to some of the usual ports',
    given: exposed({ networkAcls: acl(entry(false, 100, 'allow'), entry(true, 100, 'allow', 40_000, 65_535)) }),
    expected: ssh('intermittent'),
  },
  {
    name: 'no answer gets out: TCP is blocked, UDP and ICMP need none',
    given: exposed({ securityGroups: letsIn(everything), networkAcls: acl(entry(false, 100, 'allow')) }),
    expected: { 'tcp 8.8.8.8 22': 'NETWORK_ACL_RETURN', 'udp 8.8.8.8 53': 'one-way', 'icmp 8.8.8.8 8': 'full' },
  },
  { name: 'ACLs could not be read', given: exposed({ networkAcls: refused('ec2:DescribeNetworkAcls') }), expected: ssh('? NO_PERMISSION') },

  {
    name: 'no route back',
    given: exposed({ routeTables: [mainTable()], securityGroups: letsIn(everything) }),
    expected: { 'tcp 8.8.8.8 22': 'NO_RETURN_ROUTE', 'udp 8.8.8.8 22': 'NO_RETURN_ROUTE' },
  },
  {
    name: 'answers go out by a NAT gateway',
    given: exposed({
      routeTables: [mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active', Origin: 'CreateRoute' }])],
    }),
    expected: ssh('NO_RETURN_ROUTE'),
  },
  {
    name: 'some senders are answered',
    given: exposed({ routeTables: [mainTable([igwRoute({ DestinationCidrBlock: '8.0.0.0/8' })])] }),
    expected: { 'tcp 8.8.8.8 22': 'full', 'tcp 9.9.9.9 22': 'NO_RETURN_ROUTE' },
  },
  {
    name: 'the route is a blackhole',
    given: exposed({ routeTables: [mainTable([igwRoute({ State: 'blackhole' })])] }),
    expected: ssh('NO_RETURN_ROUTE'),
  },
  {
    name: 'answers go out by an appliance',
    given: exposed({
      routeTables: [
        mainTable([{ DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: 'eni-9', State: 'active', Origin: 'CreateRoute' }]),
      ],
    }),
    expected: { 'tcp 8.8.8.8 22': '? APPLIANCE', 'tcp 8.8.8.8 23': 'SECURITY_GROUP' },
  },
  {
    name: 'routes by a list that could not be read',
    given: exposed({
      routeTables: [mainTable([{ DestinationPrefixListId: 'pl-1', GatewayId: 'igw-1', State: 'active', Origin: 'CreateRoute' }])],
    }),
    expected: ssh('? UNKNOWN_PREFIX_LIST'),
  },
  {
    name: 'route tables could not be read',
    given: exposed({ routeTables: refused('ec2:DescribeRouteTables') }),
    expected: ssh('? NO_PERMISSION'),
  },

  { name: 'no internet gateway', given: exposed({ internetGateways: [] }), expected: ssh('NOT_ATTACHED') },
  {
    name: 'an internet gateway of another VPC',
    given: exposed({ internetGateways: [internetGateway('igw-1', 'vpc-2')] }),
    expected: ssh('NOT_ATTACHED'),
  },
  {
    name: 'an internet gateway that is being detached',
    given: exposed({ internetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'detaching' }] }] }),
    expected: ssh('? STATE_CHANGING'),
  },
  {
    name: 'internet gateways could not be read',
    given: exposed({ internetGateways: refused('ec2:DescribeInternetGateways') }),
    expected: ssh('? NO_PERMISSION'),
  },

  ...(['block-ingress', 'block-bidirectional'] as const).map((mode) => ({
    name: `Block Public Access: ${mode}`,
    given: exposed({ blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: mode })] }),
    expected: ssh('BLOCK_PUBLIC_ACCESS'),
  })),
  {
    name: 'Block Public Access with the VPC left out',
    given: exposed({
      blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      blockPublicAccessExclusions: [blockPublicAccessExclusion()],
    }),
    expected: ssh('full'),
  },
  {
    name: 'Block Public Access with only egress left out',
    given: exposed({
      blockPublicAccessOptions: [blockPublicAccess({ InternetGatewayBlockMode: 'block-bidirectional' })],
      blockPublicAccessExclusions: [blockPublicAccessExclusion({ InternetGatewayExclusionMode: 'allow-egress' })],
    }),
    expected: ssh('BLOCK_PUBLIC_ACCESS'),
  },
  {
    name: 'Block Public Access could not be read',
    given: exposed({ blockPublicAccessOptions: refused('ec2:DescribeVpcBlockPublicAccessOptions') }),
    expected: { 'tcp 8.8.8.8 22': '? NO_PERMISSION', 'tcp 8.8.8.8 23': 'SECURITY_GROUP' },
  },

  {
    name: 'the gateway leads to an appliance first',
    given: exposed({ routeTables: [mainTable([igwRoute()]), edge('eni-9')] }),
    expected: { 'tcp 8.8.8.8 22': '? APPLIANCE', 'tcp 8.8.8.8 23': 'SECURITY_GROUP' },
  },
  {
    name: 'the gateway leads to a firewall, and answers go back through it',
    given: exposed({ routeTables: [mainTable([igwRoute({ GatewayId: 'vpce-fw' })]), edge('vpce-fw')] }),
    expected: { 'tcp 8.8.8.8 22': '? APPLIANCE', 'tcp 8.8.8.8 23': 'SECURITY_GROUP' },
  },
  {
    name: 'the gateway leads into nothing',
    given: exposed({ routeTables: [mainTable([igwRoute()]), edge('eni-9', 'blackhole')] }),
    expected: ssh('BLACKHOLE'),
  },
  {
    name: 'the gateway’s table is about another subnet',
    given: exposed({
      routeTables: [
        mainTable([igwRoute()]),
        { ...edge('eni-9'), Routes: [localRoute, { DestinationCidrBlock: '10.0.7.0/24', NetworkInterfaceId: 'eni-9', State: 'active' }] },
      ],
    }),
    expected: ssh('full'),
  },

  {
    name: 'an egress-only gateway lets nobody in',
    given: exposed6({
      routeTables: [
        mainTable([{ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State: 'active', Origin: 'CreateRoute' }]),
      ],
    }),
    family: 6,
    expected: https6('NO_RETURN_ROUTE'),
  },
  {
    name: 'an interface that denies what comes by internet gateways',
    given: exposed6({ networkInterfaces: [{ ...six, DenyAllIgwTraffic: true }] }),
    family: 6,
    expected: https6('DENY_IGW_TRAFFIC'),
  },
  {
    name: 'a unique local address',
    given: exposed6({ networkInterfaces: [networkInterface('eni-1', '10.0.1.5', { Ipv6Addresses: [{ Ipv6Address: 'fd00::5' }] })] }),
    family: 6,
    expected: https6('NO_PUBLIC_ADDRESS'),
  },
  { name: 'no IPv6 address', given: exposed(), family: 6, expected: https6('NO_ADDRESS') },
  {
    name: 'an ACL without entries for IPv6',
    given: exposed6({ networkAcls: acl(entry(false, 100, 'allow'), entry(true, 100, 'allow')) }),
    family: 6,
    expected: https6('NETWORK_ACL'),
  },

  { name: 'a workload to come has no public IPv4 address', given: exposed(), at: 'subnet-1', expected: ssh('NO_PUBLIC_ADDRESS') },
  {
    name: 'a workload to come has a global IPv6 address',
    given: exposed6(),
    at: 'subnet-1',
    family: 6,
    expected: { 'tcp 2001:4860::8 443': 'full', 'tcp 2001:4860::8 22': 'SECURITY_GROUP' },
  },
  {
    name: 'addresses that make no sense',
    given: exposed({
      networkInterfaces: [
        networkInterface('eni-1', '10.0.1.555', {
          PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.555', Association: { PublicIp: '198.51.100.5' } }],
        }),
      ],
    }),
    expected: ssh('NO_ADDRESS'),
  },
  {
    name: 'rules that make no sense',
    given: exposed({ securityGroups: letsIn({ IpProtocol: 'tcp', FromPort: 90, ToPort: 10, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }) }),
    expected: ssh('? UNREADABLE'),
  },
];

describe('who on the internet can open connections', () => {
  it.each(scenarios)('$name', ({ given, family, at, expected }) => {
    expect(answersTo(ingressOf(given, family, at), expected)).toEqual(expected);
  });

  it('shows the way in, rule by rule, and back', () => {
    const found = ingressOf(exposed({ securityGroups: letsIn(tcp(80), tcp(22)) })).find(
      ({ verdict, traffic }) => verdict === 'reachable' && traffic.tcp.length > 0,
    );
    expect(found?.path().map(({ kind, id, detail }) => `${kind} ${id}: ${detail}`)).toEqual([
      'internet-gateway igw-1: attached to vpc-1',
      'route rtb-main: replies: 0.0.0.0/0 → igw-1 (main table of vpc-1)',
      'network-acl-entry acl-1: inbound 100 allow all 0.0.0.0/0',
      'network-interface eni-1: in subnet-1',
      'security-group-rule sg-1: inbound tcp 80 from 0.0.0.0/0 (IpPermissions[0].IpRanges[0].CidrIp)',
      'security-group-rule sg-1: inbound tcp 22 from 0.0.0.0/0 (IpPermissions[1].IpRanges[0].CidrIp)',
    ]);
  });

  it('names what keeps it out', () => {
    const [piece] = ingressOf(exposed({ routeTables: [mainTable()] }));
    expect(piece?.verdict === 'blocked' ? piece.blocker : undefined).toEqual({
      code: 'NO_RETURN_ROUTE',
      step: { kind: 'route-table', id: 'rtb-main', detail: 'main table of vpc-1: no route back to the sender' },
    });
  });
});
