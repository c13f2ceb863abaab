import { acl, all4, blockPublicAccess, dnsAttributes, eni, group, igw, nat, subnet, table, vpc, type Folder } from './answers.ts';

/** One statement of AWS's documentation, tried on a folder of answers. */
export interface DocumentedCase {
  /** The page below https://docs.aws.amazon.com/ that says so. */
  readonly page: string;
  readonly folder: Folder;
  /** What is traced; eni-w unless told. */
  readonly of?: string;
  /** `egress4`, `ingress6`, `dns`, `endpoint s3`, or `to 10.1.1.5:443`, and the verdict. */
  readonly want: Readonly<Record<string, string>>;
}

/** An account that has none of these, and has said so. */
export const nothingElse: Folder = {
  'egress-only.json': { EgressOnlyInternetGateways: [] },
  'endpoints.json': { VpcEndpoints: [] },
  'nats.json': { NatGateways: [] },
  'igws.json': { InternetGateways: [] },
  'peerings.json': { VpcPeeringConnections: [] },
  'tgws.json': { TransitGateways: [] },
  'tgw-attachments.json': { TransitGatewayAttachments: [] },
  'tgw-vpc-attachments.json': { TransitGatewayVpcAttachments: [] },
  'tgw-peerings.json': { TransitGatewayPeeringAttachments: [] },
  'tgw-tables.json': { TransitGatewayRouteTables: [] },
  'prefix-lists.json': { PrefixLists: [] },
  'firewalls.json': { Firewalls: [] },
  'load-balancers.json': { LoadBalancers: [] },
  'target-groups.json': { TargetGroups: [] },
  'classic.json': { LoadBalancerDescriptions: [] },
  'bpa-exclusions.json': { VpcBlockPublicAccessExclusions: [] },
  'group-associations.json': { SecurityGroupVpcAssociations: [] },
  'dns-firewall.json': { FirewallRuleGroupAssociations: [] },
  'dns-firewall-configs.json': { FirewallConfigs: [] },
  'resolver-rules.json': { ResolverRules: [] },
  'resolver-rule-associations.json': { ResolverRuleAssociations: [] },
  'zones-vpc-a.json': { HostedZoneSummaries: [] },
  'zones-vpc-b.json': { HostedZoneSummaries: [] },
  'dhcp.json': {
    DhcpOptions: [
      { DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [{ Value: 'AmazonProvidedDNS' }] }], DhcpOptionsId: 'dopt-1' },
    ],
  },
  'bpa.json': blockPublicAccess('off', 'default-state'),
};

export const local = '10.0.0.0/16 local';
const natTable = table('rtb-p', 'vpc-a', 'subnet-p', local, '0.0.0.0/0 igw-1');

/** The tables of the chain, with other routes for the workload's subnet. */
export const tables = (...routes: readonly string[]) => ({
  'route-tables.json': {
    RouteTables: [table('rtb-m', 'vpc-a', 'main', local), table('rtb-w', 'vpc-a', 'subnet-w', local, ...routes), natTable],
  },
});

/** The ACL of the workload's subnet, and one that lets all through for the rest. */
export const acls = (...entries: readonly string[]) => ({
  'acls.json': { NetworkAcls: [acl('acl-w', 'vpc-a', 'subnet-w', entries), acl('acl-p', 'vpc-a', 'subnet-p subnet-e')] },
});

export const groups = (into: readonly (string | object)[], out: readonly (string | object)[] = [all4]) => ({
  'groups.json': { SecurityGroups: [group('sg-w', 'vpc-a', into, out), group('sg-e', 'vpc-a', ['tcp 443 10.0.0.0/16'])] },
});

/** eni-w in subnet-w → nat-1 in subnet-p → igw-1, nothing in the way; subnet-e for endpoints. */
export const chain: Folder = {
  ...nothingElse,
  'vpcs.json': { Vpcs: [vpc('vpc-a', '10.0.0.0/16')] },
  ...dnsAttributes('vpc-a'),
  'subnets.json': {
    Subnets: [
      subnet('subnet-w', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-p', 'vpc-a', '10.0.9.0/24', { MapPublicIpOnLaunch: true }),
      subnet('subnet-e', 'vpc-a', '10.0.5.0/24', {}, 'b'),
    ],
  },
  ...tables('0.0.0.0/0 nat-1'),
  'acls.json': { NetworkAcls: [acl('acl-d', 'vpc-a', 'subnet-w subnet-p subnet-e')] },
  ...groups([]),
  'nats.json': { NatGateways: [nat('nat-1', 'subnet-p', 'vpc-a', '10.0.9.9', '52.1.1.9')] },
  'igws.json': { InternetGateways: [igw('igw-1', 'vpc-a')] },
  'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w')] },
};

/** The same, and eni-w has a public address and a route to igw-1 of its own. */
export const open: Folder = {
  ...chain,
  ...tables('0.0.0.0/0 igw-1'),
  ...groups(['tcp 22 0.0.0.0/0']),
  'enis.json': { NetworkInterfaces: [eni('eni-w', 'subnet-w', 'vpc-a', '10.0.1.5', 'sg-w', {}, '52.1.1.5')] },
};
