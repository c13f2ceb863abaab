import { acl, dnsAttributes, endpoint, eni, group, type Folder } from './answers.ts';
import { acls, chain, groups, tables, type DocumentedCase } from './chain.ts';

const own = '210987654321';
const endpointEni = (groups = 'sg-e') =>
  eni('eni-e', 'subnet-e', 'vpc-a', '10.0.5.7', groups, {
    InterfaceType: 'vpc_endpoint',
    RequesterManaged: true,
    Description: 'VPC Endpoint Interface vpce-1',
  });
const enis = { 'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w'), endpointEni()] } };
const withEndpoint = (service: string, given: object = {}): Folder => ({
  ...chain,
  ...tables(),
  ...enis,
  'endpoints.json': { VpcEndpoints: [endpoint('vpce-1', service, { NetworkInterfaceIds: ['eni-e'], ...given })] },
});
const s3Endpoint = endpoint('vpce-s3', 's3', {
  VpcEndpointType: 'Gateway',
  RouteTableIds: ['rtb-w'],
  SubnetIds: [],
  Groups: [],
  PrivateDnsEnabled: false,
});
const s3List = {
  'prefix-lists.json': {
    PrefixLists: [{ PrefixListId: 'pl-63a5400a', PrefixListName: 'com.amazonaws.us-east-1.s3', Cidrs: ['52.216.0.0/15', '54.231.0.0/16'] }],
  },
};
const s3 = { ...s3List, 'endpoints.json': { VpcEndpoints: [s3Endpoint] } };
const byS3 = tables('pl-63a5400a vpce-s3');

const rule = (Priority: number, Action: string, FirewallDomainListId?: string, given: object = {}) => ({
  FirewallRuleGroupId: 'rslvr-frg-0aaaa',
  FirewallDomainListId,
  Name: `r${Priority}`,
  Priority,
  Action,
  ...(Action === 'BLOCK' ? { BlockResponse: 'NXDOMAIN' } : {}),
  FirewallDomainRedirectionAction: 'INSPECT_REDIRECTION_DOMAIN',
  ...given,
});
const associated = (id: string, Priority: number, Status = 'COMPLETE') => ({
  Id: `rslvr-frgassoc-${id}`,
  Arn: `arn:aws:route53resolver:us-east-1:${own}:firewall-rule-group-association/rslvr-frgassoc-${id}`,
  FirewallRuleGroupId: `rslvr-frg-${id}`,
  VpcId: 'vpc-a',
  Name: id,
  Priority,
  MutationProtection: 'DISABLED',
  Status,
});
const failClosed = {
  'dns-firewall-configs.json': { FirewallConfigs: [{ Id: 'rslvr-fc-1', ResourceId: 'vpc-a', OwnerId: own, FirewallFailOpen: 'DISABLED' }] },
};
const lists: Folder = {
  'rslvr-fdl-0a11.json': { Domains: ['*.'] },
  'rslvr-fdl-0c0f.json': { Domains: ['corp.example.com.', '*.corp.example.com.'] },
  'rslvr-fdl-0bad.json': { Domains: ['evil.example.'] },
};
const dnsFirewall = (rules: readonly object[], given: Folder = {}): Folder => ({
  ...chain,
  ...failClosed,
  ...lists,
  'dns-firewall.json': { FirewallRuleGroupAssociations: [associated('0aaaa', 101)] },
  'rslvr-frg-0aaaa.json': { FirewallRules: rules },
  ...given,
});
const forward = (DomainName: string, Id: string, RuleType = 'FORWARD') => ({
  Id,
  DomainName,
  Status: 'COMPLETE',
  RuleType,
  Name: Id,
  ...(RuleType === 'FORWARD' ? { TargetIps: [{ Ip: '192.168.10.10', Port: 53 }], ResolverEndpointId: 'rslvr-out-1' } : {}),
  OwnerId: own,
});
const forwarding = (...rules: readonly ReturnType<typeof forward>[]): Folder => ({
  ...chain,
  'resolver-rules.json': { ResolverRules: rules },
  'resolver-rule-associations.json': {
    ResolverRuleAssociations: rules.map(({ Id }) => ({
      Id: `rslvr-rrassoc-${Id}`,
      ResolverRuleId: Id,
      VPCId: 'vpc-a',
      Status: 'COMPLETE',
    })),
  },
});

const privateLink = 'vpc/latest/privatelink/create-interface-endpoint.html';
const s3Page = 'vpc/latest/privatelink/vpc-endpoints-s3.html';
const gatewayPage = 'vpc/latest/privatelink/gateway-endpoints.html';
const dnsPage = 'vpc/latest/userguide/AmazonDNS-concepts.html';
const firewallPage = 'Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-actions.html';
const settings = 'Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html';
const order = 'Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html';

export const nameCases: Readonly<Record<string, DocumentedCase>> = {
  'an interface endpoint with private DNS': {
    page: privateLink,
    folder: withEndpoint('kms'),
    want: { 'endpoint kms': 'private', 'endpoint sts': 'nowhere', egress4: 'blocked' },
  },
  'an interface endpoint without private DNS, and no way out': {
    page: privateLink,
    folder: withEndpoint('kms', { PrivateDnsEnabled: false }),
    want: { 'endpoint kms': 'nowhere' },
  },
  'an interface endpoint without private DNS, and a NAT gateway': {
    page: privateLink,
    folder: { ...withEndpoint('kms', { PrivateDnsEnabled: false }), ...tables('0.0.0.0/0 nat-1') },
    want: { 'endpoint kms': 'public' },
  },
  'an interface endpoint in a VPC without host names': {
    page: privateLink,
    folder: { ...withEndpoint('kms'), ...tables('0.0.0.0/0 nat-1'), ...dnsAttributes('vpc-a', true, false) },
    want: { 'endpoint kms': 'public' },
  },
  'an interface endpoint whose group lets nobody in, and a NAT gateway': {
    page: privateLink,
    folder: {
      ...withEndpoint('kms'),
      ...tables('0.0.0.0/0 nat-1'),
      'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', []), group('sg-e', 'vpc-a', ['tcp 443 10.0.7.0/24'])] },
    },
    want: { 'endpoint kms': 'nowhere', 'to 10.0.5.7:443': 'blocked' },
  },
  'an interface endpoint whose group lets the workload’s in': {
    page: privateLink,
    folder: {
      ...withEndpoint('kms'),
      'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', [], ['tcp 443 sg-e']), group('sg-e', 'vpc-a', ['tcp 443 sg-w'], [])] },
    },
    want: { 'endpoint kms': 'private', egress4: 'blocked', 'to 10.0.5.7:443': 'reachable' },
  },
  'an interface endpoint that the workload’s group does not let it ask': {
    page: privateLink,
    folder: { ...withEndpoint('kms'), ...groups([], ['tcp 5432 10.0.0.0/16']) },
    want: { 'endpoint kms': 'nowhere' },
  },
  'an interface endpoint that waits for acceptance': {
    page: privateLink,
    folder: withEndpoint('kms', { State: 'pendingAcceptance' }),
    want: { 'endpoint kms': 'nowhere' },
  },
  'an interface endpoint behind an ACL that keeps answers back': {
    page: privateLink,
    folder: {
      ...withEndpoint('kms'),
      'acls.json': {
        NetworkAcls: [
          acl('acl-w', 'vpc-a', 'subnet-w'),
          acl('acl-e', 'vpc-a', 'subnet-e subnet-p', ['in 100 allow tcp 443 10.0.0.0/16', 'out 100 allow tcp 443 10.0.0.0/16']),
        ],
      },
    },
    want: { 'to 10.0.5.7:443': 'reachable' },
  },
  'S3 by a gateway endpoint': {
    page: gatewayPage,
    folder: { ...chain, ...byS3, ...s3 },
    want: { 'endpoint s3': 'private', egress4: 'blocked' },
  },
  'S3 by a gateway endpoint, and the group knows its prefix list only': {
    page: gatewayPage,
    folder: { ...chain, ...byS3, ...s3, ...groups([], ['tcp 443 pl-63a5400a']) },
    want: { 'endpoint s3': 'private' },
  },
  'S3 by a gateway endpoint, and the group knows private addresses only': {
    page: gatewayPage,
    folder: { ...chain, ...byS3, ...s3, ...groups([], ['tcp 443 10.0.0.0/8']) },
    want: { 'endpoint s3': 'nowhere' },
  },
  'S3 by a gateway endpoint, and the ACL lets nothing of it in': {
    page: gatewayPage,
    folder: { ...chain, ...byS3, ...s3, ...acls('out 100 allow all * 0.0.0.0/0', 'in 100 allow all * 10.0.0.0/16') },
    want: { 'endpoint s3': 'nowhere' },
  },
  'a gateway endpoint that this table does not have': {
    page: gatewayPage,
    folder: {
      ...chain,
      ...tables('0.0.0.0/0 nat-1'),
      ...s3List,
      'endpoints.json': { VpcEndpoints: [{ ...s3Endpoint, RouteTableIds: ['rtb-m'] }] },
    },
    want: { 'endpoint s3': 'public' },
  },
  'a gateway endpoint that this table does not have, and no way out': {
    page: gatewayPage,
    folder: { ...chain, ...tables(), ...s3List, 'endpoints.json': { VpcEndpoints: [{ ...s3Endpoint, RouteTableIds: ['rtb-m'] }] } },
    want: { 'endpoint s3': 'nowhere' },
  },
  'S3 has an interface endpoint for on premises, and a gateway endpoint': {
    page: s3Page,
    folder: {
      ...chain,
      ...byS3,
      ...s3List,
      ...enis,
      'endpoints.json': {
        VpcEndpoints: [
          s3Endpoint,
          endpoint('vpce-1', 's3', {
            NetworkInterfaceIds: ['eni-e'],
            DnsOptions: { DnsRecordIpType: 'ipv4', PrivateDnsOnlyForInboundResolverEndpoint: true },
          }),
        ],
      },
    },
    want: { 'endpoint s3': 'private' },
  },
  'DynamoDB by a gateway endpoint': {
    page: gatewayPage,
    folder: {
      ...chain,
      ...tables('pl-02cd2c6b vpce-ddb'),
      'prefix-lists.json': {
        PrefixLists: [
          { PrefixListId: 'pl-02cd2c6b', PrefixListName: 'com.amazonaws.us-east-1.dynamodb', Cidrs: ['52.94.0.0/22', '3.218.180.0/22'] },
        ],
      },
      'endpoints.json': {
        VpcEndpoints: [
          endpoint('vpce-ddb', 'dynamodb', {
            VpcEndpointType: 'Gateway',
            RouteTableIds: ['rtb-w'],
            SubnetIds: [],
            Groups: [],
            PrivateDnsEnabled: false,
          }),
        ],
      },
    },
    want: { 'endpoint dynamodb': 'private', egress4: 'blocked' },
  },
  'names are asked of servers of one’s own': {
    page: 'vpc/latest/userguide/DHCPOptionSetConcepts.html',
    folder: {
      ...withEndpoint('kms'),
      'dhcp.json': {
        DhcpOptions: [
          { DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [{ Value: '192.168.1.53' }] }], DhcpOptionsId: 'dopt-1' },
        ],
      },
    },
    want: { 'endpoint kms': 'undecided' },
  },
  'the resolver of the VPC, whatever groups and ACLs say': {
    page: dnsPage,
    folder: { ...chain, ...tables(), ...acls(), ...groups([], []) },
    want: { dns: 'reachable', egress4: 'blocked' },
  },
  'a VPC without the resolver': {
    page: dnsPage,
    folder: { ...chain, ...dnsAttributes('vpc-a', false, false) },
    want: { dns: 'blocked', egress4: 'reachable' },
  },
  'DNS Firewall blocks everything': {
    page: firewallPage,
    folder: dnsFirewall([rule(1, 'BLOCK', 'rslvr-fdl-0a11')]),
    want: { dns: 'blocked' },
  },
  'DNS Firewall blocks everything but one’s own': {
    page: order,
    folder: dnsFirewall([rule(2, 'BLOCK', 'rslvr-fdl-0a11'), rule(1, 'ALLOW', 'rslvr-fdl-0c0f')]),
    want: { dns: 'blocked' },
  },
  'DNS Firewall alerts only': { page: firewallPage, folder: dnsFirewall([rule(1, 'ALERT', 'rslvr-fdl-0a11')]), want: { dns: 'reachable' } },
  'DNS Firewall alerts first, then blocks': {
    page: order,
    folder: dnsFirewall([rule(1, 'ALERT', 'rslvr-fdl-0a11'), rule(2, 'BLOCK', 'rslvr-fdl-0a11')]),
    want: { dns: 'reachable' },
  },
  'DNS Firewall allows all first, then blocks': {
    page: order,
    folder: dnsFirewall([rule(10, 'BLOCK', 'rslvr-fdl-0a11'), rule(5, 'ALLOW', 'rslvr-fdl-0a11')]),
    want: { dns: 'reachable' },
  },
  'DNS Firewall blocks some domains': {
    page: firewallPage,
    folder: dnsFirewall([rule(1, 'BLOCK', 'rslvr-fdl-0bad')]),
    want: { dns: 'reachable' },
  },
  'DNS Firewall blocks everything of one type': {
    page: settings,
    folder: dnsFirewall([rule(1, 'BLOCK', 'rslvr-fdl-0a11', { Qtype: 'TXT' })]),
    want: { dns: 'reachable' },
  },
  'the group of the lower number comes first': {
    page: order,
    folder: dnsFirewall([rule(1, 'BLOCK', 'rslvr-fdl-0a11')], {
      'dns-firewall.json': { FirewallRuleGroupAssociations: [associated('0aaaa', 200), associated('0bbbb', 101)] },
      'rslvr-frg-0bbbb.json': { FirewallRules: [{ ...rule(9, 'ALLOW', 'rslvr-fdl-0a11'), FirewallRuleGroupId: 'rslvr-frg-0bbbb' }] },
    }),
    want: { dns: 'reachable' },
  },
  'a group of another VPC': {
    page: order,
    folder: dnsFirewall([rule(1, 'BLOCK', 'rslvr-fdl-0a11')], {
      'dns-firewall.json': { FirewallRuleGroupAssociations: [{ ...associated('0aaaa', 101), VpcId: 'vpc-z' }] },
    }),
    want: { dns: 'reachable' },
  },
  'rules that were not read': { page: order, folder: withoutFile('rslvr-frg-0aaaa.json', dnsFirewall([])), want: { dns: 'undecided' } },
  'all names are forwarded': {
    page: 'Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network.html',
    folder: forwarding(forward('.', 'rslvr-rr-1')),
    want: { dns: 'undecided' },
  },
  'some names are forwarded': {
    page: 'Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network.html',
    folder: forwarding(forward('corp.example.com.', 'rslvr-rr-1')),
    want: { dns: 'reachable' },
  },
  'all names are forwarded but some': {
    page: 'Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html',
    folder: forwarding(forward('.', 'rslvr-rr-1'), forward('example.com.', 'rslvr-rr-2', 'SYSTEM')),
    want: { dns: 'undecided' },
  },
};

function withoutFile(name: string, folder: Folder): Folder {
  return Object.fromEntries(Object.entries(folder).filter(([each]) => each !== name));
}
