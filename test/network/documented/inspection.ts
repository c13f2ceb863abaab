import { acl, eni, endpoint, subnet, table, vpc, type Folder } from './answers.ts';
import { chain, groups, local, open, tables, type DocumentedCase } from './chain.ts';

const firewallArn = (kind: string, name: string) => `arn:aws:network-firewall:us-east-1:210987654321:${kind}/${name}`;
const policyArn = firewallArn('firewall-policy', 'p');

export const firewallEndpoint = endpoint('vpce-0f1', 'x.vpce.y', {
  VpcEndpointType: 'GatewayLoadBalancer',
  ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0f',
  SubnetIds: ['subnet-f'],
  Groups: [],
  PrivateDnsEnabled: false,
  RequesterManaged: true,
  Tags: [{ Key: 'AWSNetworkFirewallManaged', Value: 'true' }],
});
interface Policy {
  readonly stateless?: readonly string[];
  readonly groups?: readonly string[];
  readonly defaults?: readonly string[];
  readonly order?: string;
}

/** A firewall with one endpoint in subnet-f, and its policy. */
function firewall({ stateless = ['aws:forward_to_sfe'], groups = [], defaults, order }: Policy = {}): Folder {
  return {
    'firewalls.json': { Firewalls: [{ FirewallName: 'f', FirewallArn: firewallArn('firewall', 'f') }] },
    'firewall.json': {
      UpdateToken: '1',
      Firewall: {
        FirewallName: 'f',
        FirewallArn: firewallArn('firewall', 'f'),
        FirewallPolicyArn: policyArn,
        VpcId: 'vpc-a',
        SubnetMappings: [{ SubnetId: 'subnet-f', IPAddressType: 'IPV4' }],
        DeleteProtection: false,
        FirewallId: '1',
      },
      FirewallStatus: {
        Status: 'READY',
        ConfigurationSyncStateSummary: 'IN_SYNC',
        SyncStates: { 'us-east-1a': { Attachment: { SubnetId: 'subnet-f', EndpointId: 'vpce-0f1', Status: 'READY' }, Config: {} } },
      },
    },
    'policy.json': {
      FirewallPolicyResponse: {
        FirewallPolicyName: 'p',
        FirewallPolicyArn: policyArn,
        FirewallPolicyId: '1',
        FirewallPolicyStatus: 'ACTIVE',
      },
      FirewallPolicy: {
        StatelessDefaultActions: stateless,
        StatelessFragmentDefaultActions: stateless,
        StatefulRuleGroupReferences: groups.map((name, index) => ({
          ResourceArn: firewallArn('stateful-rulegroup', name),
          ...(order === 'STRICT_ORDER' ? { Priority: index + 1 } : {}),
        })),
        ...(defaults === undefined ? {} : { StatefulDefaultActions: defaults }),
        ...(order === undefined ? {} : { StatefulEngineOptions: { RuleOrder: order } }),
      },
    },
  };
}
const ruleGroup = (name: string, RulesSource: object, order?: string): Folder => ({
  [`group-${name}.json`]: {
    RuleGroup: { RulesSource, ...(order === undefined ? {} : { StatefulRuleOptions: { RuleOrder: order } }) },
    RuleGroupResponse: {
      RuleGroupArn: firewallArn('stateful-rulegroup', name),
      RuleGroupName: name,
      RuleGroupId: '1',
      Type: 'STATEFUL',
      Capacity: 100,
      RuleGroupStatus: 'ACTIVE',
    },
  },
});
const header = (Action: string, Destination: string, DestinationPort: string, Protocol = 'TCP') => ({
  StatefulRules: [
    {
      Action,
      Header: { Protocol, Source: 'ANY', SourcePort: 'ANY', Direction: 'FORWARD', Destination, DestinationPort },
      RuleOptions: [{ Keyword: 'sid', Settings: ['1'] }],
    },
  ],
});

/** eni-w → vpce-0f1 in subnet-f → nat-1 in subnet-p → igw-1. */
const inspected: Folder = {
  ...chain,
  'subnets.json': {
    Subnets: [
      subnet('subnet-w', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-f', 'vpc-a', '10.0.8.0/28'),
      subnet('subnet-p', 'vpc-a', '10.0.9.0/24'),
    ],
  },
  'route-tables.json': {
    RouteTables: [
      table('rtb-m', 'vpc-a', 'main', local),
      table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 vpce-0f1'),
      table('rtb-f', 'vpc-a', 'subnet-f', local, '0.0.0.0/0 nat-1'),
      table('rtb-p', 'vpc-a', 'subnet-p', local, '0.0.0.0/0 igw-1', '10.0.1.0/24 vpce-0f1'),
    ],
  },
  'acls.json': { NetworkAcls: [acl('acl-d', 'vpc-a', 'subnet-w subnet-p subnet-f')] },
  'endpoints.json': { VpcEndpoints: [firewallEndpoint] },
};
/** eni-w with a public address → vpce-0f1 → igw-1, and back by the edge of igw-1. */
const atTheEdge: Folder = {
  ...inspected,
  'groups.json': open['groups.json'] ?? {},
  'enis.json': open['enis.json'] ?? {},
  'route-tables.json': {
    RouteTables: [
      table('rtb-edge', 'vpc-a', 'igw-1', local, '10.0.1.0/24 vpce-0f1'),
      table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 vpce-0f1'),
      table('rtb-f', 'vpc-a', 'main', local, '0.0.0.0/0 igw-1'),
    ],
  },
};
const strict = { order: 'STRICT_ORDER' };
const order = 'network-firewall/latest/developerguide/suricata-rule-evaluation-order.html';
const defaults = 'network-firewall/latest/developerguide/stateless-default-actions.html';
const edge = 'network-firewall/latest/developerguide/arch-igw-ngw.html';
const gwlb = 'vpc/latest/privatelink/gateway-load-balancer-endpoints.html';
const subnets = (...given: readonly (readonly [string, string, object])[]) => ({
  'subnets.json': { Subnets: given.map(([id, cidr, more]) => subnet(id, 'vpc-a', cidr, more)) },
});

export const inspectionCases: Readonly<Record<string, DocumentedCase>> = {
  'a firewall that lets all pass without state': {
    page: defaults,
    folder: { ...inspected, ...firewall({ stateless: ['aws:pass'] }) },
    want: { egress4: 'reachable' },
  },
  'a firewall that drops all without state': {
    page: defaults,
    folder: { ...inspected, ...firewall({ stateless: ['aws:drop'] }) },
    want: { egress4: 'blocked' },
  },
  'a firewall without stateful rules, in the default order': {
    page: order,
    folder: { ...inspected, ...firewall() },
    want: { egress4: 'reachable' },
  },
  'a firewall that drops what no rule passes': {
    page: order,
    folder: { ...inspected, ...firewall({ ...strict, defaults: ['aws:drop_strict'] }) },
    want: { egress4: 'blocked' },
  },
  'one rule passes': {
    page: order,
    folder: {
      ...inspected,
      ...firewall({ ...strict, groups: ['g'], defaults: ['aws:drop_strict'] }),
      ...ruleGroup('g', header('PASS', '140.82.112.0/20', '443'), 'STRICT_ORDER'),
    },
    want: { 'to 140.82.113.3:443': 'reachable', 'to 8.8.8.8:443': 'blocked', egress4: 'reachable' },
  },
  'one rule drops, in the default order': {
    page: order,
    folder: { ...inspected, ...firewall({ groups: ['g'] }), ...ruleGroup('g', header('DROP', '8.8.8.0/24', 'ANY')) },
    want: { 'to 8.8.8.8:443': 'blocked', 'to 9.9.9.9:443': 'reachable' },
  },
  'a pass goes before a drop, in the default order': {
    page: order,
    folder: {
      ...inspected,
      ...firewall({ groups: ['d', 'g'] }),
      ...ruleGroup('d', header('DROP', 'ANY', 'ANY', 'IP')),
      ...ruleGroup('g', header('PASS', '140.82.112.0/20', '443')),
    },
    want: { 'to 140.82.113.3:443': 'reachable', 'to 8.8.8.8:443': 'blocked' },
  },
  'a list of allowed domains': {
    page: 'network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html',
    folder: {
      ...inspected,
      ...firewall({ groups: ['l'] }),
      ...ruleGroup('l', {
        RulesSourceList: { Targets: ['.github.com'], TargetTypes: ['TLS_SNI', 'HTTP_HOST'], GeneratedRulesType: 'ALLOWLIST' },
      }),
    },
    want: { egress4: 'reachable' },
  },
  'a list of allowed domains, and all else is dropped': {
    page: order,
    folder: {
      ...inspected,
      ...firewall({ ...strict, groups: ['l'], defaults: ['aws:drop_strict'] }),
      ...ruleGroup(
        'l',
        { RulesSourceList: { Targets: ['.github.com'], TargetTypes: ['TLS_SNI'], GeneratedRulesType: 'ALLOWLIST' } },
        'STRICT_ORDER',
      ),
    },
    want: { egress4: 'undecided', 'to 8.8.8.8:53/udp': 'blocked' },
  },
  'a firewall whose policy nobody read': {
    page: order,
    folder: { ...inspected, ...firewall(), 'policy.json': {} },
    want: { egress4: 'undecided' },
  },
  'a firewall whose policy nobody read, and no NAT gateway behind it': {
    page: edge,
    folder: {
      ...inspected,
      ...firewall(),
      'policy.json': {},
      'route-tables.json': {
        RouteTables: [table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 vpce-0f1'), table('rtb-f', 'vpc-a', 'main', local)],
      },
    },
    want: { egress4: 'blocked' },
  },
  'an endpoint of a gateway load balancer': { page: gwlb, folder: inspected, want: { egress4: 'undecided' } },
  'an endpoint of a gateway load balancer that waits for acceptance': {
    page: gwlb,
    folder: { ...inspected, 'endpoints.json': { VpcEndpoints: [{ ...firewallEndpoint, State: 'pendingAcceptance' }] } },
    want: { egress4: 'blocked' },
  },
  'at the edge of the internet gateway, all passes': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: { ...atTheEdge, ...firewall({ stateless: ['aws:pass'] }) },
    want: { egress4: 'reachable', ingress4: 'reachable' },
  },
  'at the edge of the internet gateway, all is dropped': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: { ...atTheEdge, ...firewall({ stateless: ['aws:drop'] }) },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'at the edge, one port passes': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: {
      ...atTheEdge,
      ...groups(['-1 * 0.0.0.0/0']),
      ...firewall({ ...strict, groups: ['g'], defaults: ['aws:drop_strict'] }),
      ...ruleGroup('g', header('PASS', '10.0.1.0/24', '8443'), 'STRICT_ORDER'),
    },
    want: { ingress4: 'reachable' },
  },
  'at the edge, one port passes that the group does not let in': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: {
      ...atTheEdge,
      ...firewall({ ...strict, groups: ['g'], defaults: ['aws:drop_strict'] }),
      ...ruleGroup('g', header('PASS', '10.0.1.0/24', '8443'), 'STRICT_ORDER'),
    },
    want: { ingress4: 'blocked' },
  },
  'at the edge, all passes, and answers go past it': {
    page: 'network-firewall/latest/developerguide/asymmetric-routing.html',
    folder: {
      ...atTheEdge,
      ...firewall({ stateless: ['aws:pass'] }),
      'route-tables.json': {
        RouteTables: [
          table('rtb-edge', 'vpc-a', 'igw-1', local, '10.0.1.0/24 vpce-0f1'),
          table('rtb-w', 'vpc-a', 'main', local, '0.0.0.0/0 igw-1'),
        ],
      },
    },
    want: { ingress4: 'undecided' },
  },
  'at the edge, all passes, and the firewall’s subnet has no way back': {
    page: 'vpc/latest/userguide/gateway-route-tables.html',
    folder: {
      ...atTheEdge,
      ...firewall({ stateless: ['aws:pass'] }),
      'route-tables.json': {
        RouteTables: [
          table('rtb-edge', 'vpc-a', 'igw-1', local, '10.0.1.0/24 vpce-0f1'),
          table('rtb-w', 'vpc-a', 'subnet-w', local, '0.0.0.0/0 vpce-0f1'),
          table('rtb-f', 'vpc-a', 'main', local),
        ],
      },
    },
    want: { ingress4: 'undecided' },
  },
  'Block Public Access and an excluded firewall subnet': {
    page: 'vpc/latest/userguide/security-vpc-bpa-basics.html',
    folder: {
      ...atTheEdge,
      ...firewall({ stateless: ['aws:pass'] }),
      'bpa.json': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'block-bidirectional', State: 'update-complete' } },
      'bpa-exclusions.json': {
        VpcBlockPublicAccessExclusions: [
          {
            ExclusionId: 'vpcbpa-exclude-1',
            InternetGatewayExclusionMode: 'allow-bidirectional',
            ResourceArn: 'arn:aws:ec2:us-east-1:210987654321:subnet/subnet-f',
            State: 'create-complete',
          },
        ],
      },
    },
    want: { egress4: 'blocked', ingress4: 'blocked' },
  },
  'more specific than local, to a firewall': {
    page: 'vpc/latest/userguide/route-table-options.html',
    folder: {
      ...inspected,
      ...firewall({ stateless: ['aws:drop'] }),
      ...groups(['tcp 443 10.0.0.0/16']),
      'route-tables.json': {
        RouteTables: [table('rtb-w', 'vpc-a', 'subnet-w', local, '10.0.9.0/24 vpce-0f1'), table('rtb-f', 'vpc-a', 'main', local)],
      },
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-w')],
      },
    },
    want: { 'to 10.0.9.20:443': 'blocked' },
  },
  'groups are not known behind a firewall': {
    page: 'vpc/latest/userguide/security-group-rules.html',
    folder: {
      ...inspected,
      ...firewall({ stateless: ['aws:pass'] }),
      ...groups(['tcp 443 sg-w', 'tcp 80 10.0.0.0/16']),
      'route-tables.json': {
        RouteTables: [
          table('rtb-w', 'vpc-a', 'subnet-w', local, '10.0.9.0/24 vpce-0f1'),
          table('rtb-p', 'vpc-a', 'subnet-p', local, '10.0.1.0/24 vpce-0f1'),
          table('rtb-f', 'vpc-a', 'main', local),
        ],
      },
      'enis.json': {
        NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), eni('eni-x', 'subnet-p', 'vpc-a', '10.0.9.20', 'sg-w')],
      },
    },
    want: { 'to 10.0.9.20:443': 'blocked', 'to 10.0.9.20:80': 'reachable' },
  },
  'a carrier gateway and a carrier address': {
    page: 'vpc/latest/userguide/Carrier_Gateway.html',
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 cagw-1'),
      'carrier.json': { CarrierGateways: [{ CarrierGatewayId: 'cagw-1', VpcId: 'vpc-a', State: 'available', OwnerId: '210987654321' }] },
      'enis.json': {
        NetworkInterfaces: [
          eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', {
            PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.5', Primary: true, Association: { CarrierIp: '155.146.1.5' } }],
          }),
        ],
      },
    },
    want: { egress4: 'reachable' },
  },
  'a carrier gateway and no carrier address': {
    page: 'vpc/latest/userguide/Carrier_Gateway.html',
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 cagw-1'),
      'carrier.json': { CarrierGateways: [{ CarrierGatewayId: 'cagw-1', VpcId: 'vpc-a', State: 'available', OwnerId: '210987654321' }] },
    },
    want: { egress4: 'blocked' },
  },
  'a local gateway of an Outpost': {
    page: 'outposts/latest/userguide/routing.html',
    folder: { ...chain, ...tables('0.0.0.0/0 lgw-1') },
    want: { egress4: 'undecided' },
  },
  'a core network': {
    page: 'network-manager/latest/cloudwan/cloudwan-vpc-attachment.html',
    folder: { ...chain, ...tables('0.0.0.0/0 arn:aws:networkmanager::210987654321:core-network/core-network-1') },
    want: { egress4: 'undecided' },
  },
  'a core network, and a group that lets nothing out': {
    page: 'vpc/latest/userguide/security-group-rules.html',
    folder: { ...chain, ...tables('0.0.0.0/0 arn:aws:networkmanager::210987654321:core-network/core-network-1'), ...groups([], []) },
    want: { egress4: 'blocked' },
  },
  'a shared subnet whose owner’s NAT gateway is not seen': {
    page: 'vpc/latest/userguide/vpc-sharing.html',
    folder: {
      ...chain,
      ...subnets(['subnet-w', '10.0.1.0/24', { OwnerId: '333333333333' }]),
      'nats.json': { NatGateways: [] },
      'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16', { OwnerId: '333333333333' })] },
    },
    want: { egress4: 'undecided' },
  },
  'a shared subnet, and a group of one’s own that lets nothing out': {
    page: 'vpc/latest/userguide/vpc-sharing.html',
    folder: {
      ...chain,
      ...subnets(['subnet-w', '10.0.1.0/24', { OwnerId: '333333333333' }]),
      'nats.json': { NatGateways: [] },
      ...groups([], []),
      'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16', { OwnerId: '333333333333' })] },
    },
    want: { egress4: 'blocked' },
  },
};
