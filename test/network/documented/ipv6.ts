import { all4, all6, blockPublicAccess, eni, exclusion, sixth, subnet, vpc, type Folder } from './answers.ts';
import { acls, chain, groups, open, tables, type DocumentedCase } from './chain.ts';

const own = '2600:1f18:1:1::5';
const dual: Folder = {
  ...chain,
  'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16', sixth('2600:1f18:1::/56'))] },
  'subnets.json': {
    Subnets: [subnet('subnet-w', 'vpc-a', '10.0.1.0/24', sixth('2600:1f18:1:1::/64')), subnet('subnet-p', 'vpc-a', '10.0.9.0/24')],
  },
  ...groups(['tcp 443 ::/0'], [all6]),
  'enis.json': {
    NetworkInterfaces: [
      eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', { Ipv6Addresses: [{ Ipv6Address: own, IsPrimaryIpv6: false }] }),
    ],
  },
  'egress-only.json': {
    EgressOnlyInternetGateways: [{ Attachments: [{ State: 'attached', VpcId: 'vpc-a' }], EgressOnlyInternetGatewayId: 'eigw-1', Tags: [] }],
  },
};
const local6 = '2600:1f18:1::/56 local';
const to = (...routes: readonly string[]) => tables(local6, ...routes);
const direct = to('::/0 igw-1');
const only = to('::/0 eigw-1');
const bpa = (mode: string, ...exclusions: readonly object[]) => ({
  'bpa.json': blockPublicAccess(mode),
  'bpa-exclusions.json': { VpcBlockPublicAccessExclusions: exclusions },
});
const nativeNat = (group: readonly string[]): Folder => ({
  ...dual,
  'subnets.json': {
    Subnets: [
      subnet('subnet-w', 'vpc-a', '', { CidrBlock: undefined, Ipv6Native: true, EnableDns64: true, ...sixth('2600:1f18:1:1::/64') }),
      subnet('subnet-p', 'vpc-a', '10.0.9.0/24'),
    ],
  },
  ...to('64:ff9b::/96 nat-1'),
  ...groups([], group),
  'enis.json': {
    NetworkInterfaces: [
      eni('eni-w', 'subnet-w', 'vpc-a', '', 'sg-w', {
        PrivateIpAddress: undefined,
        PrivateIpAddresses: [],
        Ipv6Addresses: [{ Ipv6Address: own, IsPrimaryIpv6: true }],
      }),
    ],
  },
});
const page = 'vpc/latest/userguide/vpc-migrate-ipv6.html';
const eigw = 'vpc/latest/userguide/egress-only-internet-gateway.html';
const block = 'vpc/latest/userguide/security-vpc-bpa-basics.html';
const dns64 = 'vpc/latest/userguide/nat-gateway-nat64-dns64.html';
const addressing = 'vpc/latest/userguide/vpc-ip-addressing.html';
const ula = 'fd80:0:0:1::5';

export const ipv6Cases: Readonly<Record<string, DocumentedCase>> = {
  'IPv6 to an internet gateway': {
    page,
    folder: { ...dual, ...direct },
    want: { egress6: 'reachable', ingress6: 'reachable', egress4: 'blocked', ingress4: 'blocked' },
  },
  'IPv6 to an egress-only internet gateway': {
    page: eigw,
    folder: { ...dual, ...only },
    want: { egress6: 'reachable', ingress6: 'blocked' },
  },
  'an egress-only internet gateway of another VPC': {
    page: eigw,
    folder: {
      ...dual,
      ...only,
      'egress-only.json': {
        EgressOnlyInternetGateways: [{ Attachments: [{ State: 'attached', VpcId: 'vpc-z' }], EgressOnlyInternetGatewayId: 'eigw-1' }],
      },
    },
    want: { egress6: 'blocked' },
  },
  'a route for IPv4 does not carry IPv6': {
    page,
    folder: { ...dual, ...to('0.0.0.0/0 igw-1') },
    want: { egress6: 'blocked', ingress6: 'blocked' },
  },
  'a group for IPv4 lets no IPv6 out': {
    page,
    folder: { ...dual, ...direct, ...groups([], [all4]) },
    want: { egress6: 'blocked', ingress6: 'blocked' },
  },
  'a network ACL without rules for IPv6': {
    page: 'vpc/latest/userguide/custom-network-acl.html',
    folder: { ...dual, ...direct, ...acls('in 100 allow all * 0.0.0.0/0', 'out 100 allow all * 0.0.0.0/0') },
    want: { egress6: 'blocked', ingress6: 'blocked' },
  },
  'no address of IPv6': {
    page,
    folder: { ...dual, ...direct, 'enis.json': chain['enis.json'] ?? {} },
    want: { egress6: 'blocked', ingress6: 'blocked' },
  },
  'a unique local address does not leave by an internet gateway': {
    page: addressing,
    folder: {
      ...dual,
      'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16', sixth('fd80::/56', { IpSource: 'none', Ipv6AddressAttribute: 'private' }))] },
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24', sixth('fd80:0:0:1::/64', { IpSource: 'none', Ipv6AddressAttribute: 'private' })),
          subnet('subnet-p', 'vpc-a', '10.0.9.0/24'),
        ],
      },
      ...tables('fd80::/56 local', '::/0 igw-1'),
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', { Ipv6Addresses: [{ Ipv6Address: ula }] })],
      },
    },
    want: { egress6: 'blocked', ingress6: 'blocked' },
  },
  'a private global address does not leave by an internet gateway': {
    page: addressing,
    folder: {
      ...dual,
      ...direct,
      'vpcs.json': {
        Vpcs: [vpc('vpc-a', '10.0.0.0/16', sixth('2600:1f18:1::/56', { IpSource: 'none', Ipv6AddressAttribute: 'private' }))],
      },
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24', sixth('2600:1f18:1:1::/64', { IpSource: 'none', Ipv6AddressAttribute: 'private' })),
          subnet('subnet-p', 'vpc-a', '10.0.9.0/24'),
        ],
      },
    },
    want: { egress6: 'blocked', ingress6: 'blocked' },
  },
  'NAT64 from a subnet of IPv6 alone': { page: dns64, folder: nativeNat([all6]), want: { egress4: 'reachable', ingress6: 'blocked' } },
  'NAT64 needs a rule for IPv6': { page: dns64, folder: nativeNat([all4]), want: { egress4: 'blocked' } },
  DenyAllIgwTraffic: {
    page: 'AWSEC2/latest/APIReference/API_NetworkInterface.html',
    folder: {
      ...dual,
      ...direct,
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', { DenyAllIgwTraffic: true, Ipv6Addresses: [{ Ipv6Address: own }] }),
        ],
      },
    },
    want: { ingress6: 'blocked' },
  },
  'Block Public Access, both ways': {
    page: block,
    folder: { ...open, ...bpa('block-bidirectional') },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'Block Public Access, both ways, before an egress-only gateway': {
    page: block,
    folder: { ...dual, ...only, ...bpa('block-bidirectional') },
    want: { egress6: 'blocked' },
  },
  'Block Public Access, ingress, before an egress-only gateway': {
    page: block,
    folder: { ...dual, ...only, ...bpa('block-ingress') },
    want: { egress6: 'reachable', ingress6: 'blocked' },
  },
  'Block Public Access, ingress: no direct way by an internet gateway': {
    page: block,
    folder: { ...open, ...bpa('block-ingress') },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'Block Public Access, and the VPC is excluded': {
    page: block,
    folder: { ...open, ...bpa('block-bidirectional', exclusion('vpc/vpc-a', 'allow-bidirectional')) },
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'Block Public Access, and the VPC is excluded for egress': {
    page: block,
    folder: { ...open, ...bpa('block-bidirectional', exclusion('vpc/vpc-a', 'allow-egress')) },
    want: { ingress4: 'blocked' },
  },
  'Block Public Access, and the NAT gateway’s subnet is excluded for egress': {
    page: block,
    folder: { ...chain, ...bpa('block-bidirectional', exclusion('subnet/subnet-p', 'allow-egress')) },
    want: { egress4: 'reachable' },
  },
  'Block Public Access, and only the workload’s subnet is excluded': {
    page: block,
    folder: { ...chain, ...bpa('block-bidirectional', exclusion('subnet/subnet-w', 'allow-bidirectional')) },
    want: { egress4: 'blocked' },
  },
  'an exclusion that was deleted': {
    page: block,
    folder: { ...open, ...bpa('block-bidirectional', exclusion('vpc/vpc-a', 'allow-bidirectional', 'delete-complete')) },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'an exclusion whose creation failed': {
    page: block,
    folder: { ...open, ...bpa('block-bidirectional', exclusion('vpc/vpc-a', 'allow-bidirectional', 'create-failed')) },
    want: { egress4: 'blocked' },
  },
  'an exclusion of another VPC': {
    page: block,
    folder: { ...open, ...bpa('block-bidirectional', exclusion('vpc/vpc-z', 'allow-bidirectional')) },
    want: { egress4: 'blocked' },
  },
  'Block Public Access that was not asked for, behind a closed group': {
    page: block,
    folder: { ...without(chain, 'bpa.json'), ...groups([], []) },
    want: { egress4: 'blocked' },
  },
  'Block Public Access that was not asked for': { page: block, folder: without(chain, 'bpa.json'), want: { egress4: 'undecided' } },
  'Block Public Access as the VPC and its subnets themselves tell': {
    page: 'AWSEC2/latest/APIReference/API_BlockPublicAccessStates.html',
    folder: {
      ...without(chain, 'bpa.json'),
      'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16', { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } })] },
      'subnets.json': {
        Subnets: [
          subnet('subnet-w', 'vpc-a', '10.0.1.0/24', { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }),
          subnet('subnet-p', 'vpc-a', '10.0.9.0/24', { BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' } }),
        ],
      },
    },
    want: { egress4: 'reachable' },
  },
};

function without(folder: Folder, ...names: readonly string[]): Folder {
  return Object.fromEntries(Object.entries(folder).filter(([name]) => !names.includes(name)));
}
