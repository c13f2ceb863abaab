import type { SectionName } from '../src/inventory/sections.ts';
import type { RegionFixture, ResourceTypes } from '../test/support/aws/account.ts';
import * as build from '../test/support/aws/build-account.ts';
import { names, pages, type Counted } from './fewest.ts';

/** So many of something, whose section is asked for only because of `pointer`; `before` calls say that it is there. */
function pointed(
  before: number,
  pointer: RegionFixture,
  size: number,
  fill: (count: number) => RegionFixture,
  why: string,
  each = 0,
): Counted {
  return {
    fill: (count) => ({ ...pointer, ...fill(count) }),
    fewest: (count) => before + pages(count, size) + each * count,
    why,
  };
}

const leadingTo = (target: Parameters<typeof build.route>[1]): RegionFixture => ({
  RouteTables: [build.routeTable('rtb-1', { Routes: [build.route('0.0.0.0/0', target)] })],
});

const transit = leadingTo({ TransitGatewayId: 'tgw-1' });
const oneVpc: RegionFixture = { Vpcs: [build.vpc('vpc-1')] };
const firewallEndpoint: ResourceTypes['VpcEndpoints'] = {
  ...build.vpcEndpoint('sts'),
  VpcEndpointId: 'vpce-1',
  VpcEndpointType: 'GatewayLoadBalancer',
};
const throughFirewall: RegionFixture = { ...leadingTo({ GatewayId: 'vpce-1' }), VpcEndpoints: [firewallEndpoint] };
const firewallArn = (kind: string, name: string): string => `arn:aws:network-firewall:eu-west-1:111122223333:${kind}/${name}`;

/** So many firewalls, each with a policy of its own that names a rule group of its own. */
const firewalls = (count: number): RegionFixture => ({
  Firewalls: names(count, 'fw').map((name) => ({
    Firewall: {
      FirewallName: name,
      FirewallArn: firewallArn('firewall', name),
      FirewallPolicyArn: firewallArn('firewall-policy', name),
      VpcId: 'vpc-1',
      SubnetMappings: [],
      FirewallId: name,
    },
  })),
  FirewallPolicies: names(count, 'fw').map((name) => ({
    UpdateToken: '1',
    FirewallPolicyResponse: {
      FirewallPolicyName: name,
      FirewallPolicyArn: firewallArn('firewall-policy', name),
      FirewallPolicyId: name,
    },
    FirewallPolicy: {
      StatelessDefaultActions: ['aws:forward_to_sfe'],
      StatelessFragmentDefaultActions: ['aws:drop'],
      StatefulRuleGroupReferences: [{ ResourceArn: firewallArn('stateful-rulegroup', name) }],
    },
  })),
  FirewallRuleGroups: names(count, 'fw').map((name) => ({
    UpdateToken: '1',
    RuleGroupResponse: { RuleGroupArn: firewallArn('stateful-rulegroup', name), RuleGroupName: name, RuleGroupId: name },
  })),
});

/** So many rule groups for names, each used by a VPC and with one rule for a list of its own. */
const dnsFirewalls = (count: number): RegionFixture => ({
  FirewallRuleGroupAssociations: names(count, 'frg').map((name) => ({ Id: name, FirewallRuleGroupId: name, VpcId: 'vpc-1' })),
  FirewallRules: names(count, 'frg').map((name) => ({ FirewallRuleGroupId: name, FirewallDomainListId: name, Name: name })),
  FirewallDomainLists: names(count, 'frg').map((Id) => ({ Id })),
  FirewallDomains: Object.fromEntries(names(count, 'frg').map((name) => [name, ['example.com.']])),
});

/** So many internet-facing load balancers, each with a target group. */
const loadBalancers = (count: number): RegionFixture => ({
  NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: 'vpc-1', InterfaceType: 'network_load_balancer' }],
  LoadBalancers: names(count, 'lb').map((LoadBalancerArn) => ({ LoadBalancerArn, Scheme: 'internet-facing' })),
  TargetGroups: names(count, 'lb').map((name) => ({ TargetGroupArn: name, LoadBalancerArns: [name] })),
});

/** Two attributes of one VPC. */
const ofOneVpc = 2;

/** What is read only where something leads to it, as bench/calls.ts counts it. */
export const countedNetwork: { readonly [K in SectionName]?: Counted } = {
  vpcPeeringConnections: pointed(
    2,
    leadingTo({ VpcPeeringConnectionId: 'pcx-1' }),
    1000,
    (count) => ({ VpcPeeringConnections: names(count, 'pcx').map((VpcPeeringConnectionId) => ({ VpcPeeringConnectionId })) }),
    'routes and groups, which lead to one; then a list of 1000',
  ),
  transitGateways: pointed(
    1,
    transit,
    1000,
    (count) => ({ TransitGateways: names(count, 'tgw').map((TransitGatewayId) => ({ TransitGatewayId })) }),
    'routes, which lead to one; then a list of 1000',
  ),
  transitGatewayAttachments: pointed(
    1,
    transit,
    1000,
    (count) => ({
      TransitGatewayAttachments: names(count, 'attach').map((TransitGatewayAttachmentId) => ({ TransitGatewayAttachmentId })),
    }),
    'as above',
  ),
  transitGatewayVpcAttachments: pointed(
    1,
    transit,
    1000,
    (count) => ({
      TransitGatewayVpcAttachments: names(count, 'attach').map((TransitGatewayAttachmentId) => ({ TransitGatewayAttachmentId })),
    }),
    'as above',
  ),
  transitGatewayPeeringAttachments: pointed(
    2,
    { ...transit, TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'attach', ResourceType: 'peering' }] },
    1000,
    (count) => ({
      TransitGatewayPeeringAttachments: names(count, 'attach').map((TransitGatewayAttachmentId) => ({ TransitGatewayAttachmentId })),
    }),
    'routes, and all attachments, of which one is a peering; then a list of 1000',
  ),
  transitGatewayRouteTables: pointed(
    1,
    transit,
    1000,
    (count) => ({
      TransitGatewayRouteTables: names(count, 'tgw-rtb').map((TransitGatewayRouteTableId) => ({ TransitGatewayRouteTableId })),
    }),
    'routes; a list of 1000; then the routes of each table',
    1,
  ),
  carrierGateways: pointed(
    1,
    leadingTo({ CarrierGatewayId: 'cagw-1' }),
    1000,
    (count) => ({ CarrierGateways: names(count, 'cagw').map((CarrierGatewayId) => ({ CarrierGatewayId })) }),
    'routes, which lead to one; then a list of 1000',
  ),
  blockPublicAccessOptions: {
    fill: (count) => ({ Vpcs: names(count, 'vpc').map((name) => build.vpc(name)) }),
    fewest: (count) => (count > 0 ? 1 : 0),
    why: 'one answer for all VPCs, where there is one',
  },
  blockPublicAccessExclusions: pointed(
    1,
    { ...oneVpc, VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'block-ingress' } },
    1000,
    (count) => ({ VpcBlockPublicAccessExclusions: names(count, 'exclude').map((ExclusionId) => ({ ExclusionId })) }),
    'that something is blocked; then a list of 1000',
  ),
  dhcpOptions: pointed(
    0,
    oneVpc,
    1000,
    (count) => ({ DhcpOptions: names(count, 'dopt').map((DhcpOptionsId) => ({ DhcpOptionsId })) }),
    'a list of 1000, where a VPC has some',
  ),
  securityGroupVpcAssociations: pointed(
    2,
    { Vpcs: [build.vpc('vpc-1'), build.vpc('vpc-2')] },
    1000,
    (count) => ({ SecurityGroupVpcAssociations: names(count, 'sg').map((GroupId) => ({ GroupId, VpcId: 'vpc-2' })) }),
    'what shows that there is more than one VPC; then a list of 1000',
  ),
  networkFirewalls: pointed(2, throughFirewall, 100, firewalls, 'what shows that there is one; a list of 100; then each', 1),
  networkFirewallPolicies: pointed(2, throughFirewall, 100, firewalls, 'the firewalls; then the policy of each', 2),
  networkFirewallRuleGroups: pointed(2, throughFirewall, 100, firewalls, 'the firewalls and policies; then each group', 3),
  dnsFirewallAssociations: pointed(ofOneVpc, oneVpc, 100, dnsFirewalls, 'that names are resolved; then a list of 100'),
  dnsFirewallRuleGroups: pointed(ofOneVpc, oneVpc, 100, dnsFirewalls, 'the associations; then the rules of each group', 1),
  dnsFirewallDomainLists: {
    fill: (count) => ({ ...oneVpc, ...dnsFirewalls(count) }),
    fewest: (count) => ofOneVpc + pages(count, 100) + (count > 0 ? pages(count, 100) : 0) + 2 * count,
    why: 'the rules; which lists are AWS’s own, 100 a page; then the domains of each other',
  },
  dnsFirewallConfigs: {
    fill: (count) => ({ ...oneVpc, ...dnsFirewalls(1), FirewallConfigs: names(count, 'vpc').map((ResourceId) => ({ ResourceId })) }),
    fewest: (count) => ofOneVpc + 1 + pages(count, 10),
    why: 'that a VPC has a firewall; then a list of 10, which is the largest page',
  },
  resolverRuleAssociations: pointed(
    ofOneVpc,
    oneVpc,
    100,
    (count) => ({
      ResolverRuleAssociations: names(count, 'assoc').map((Id) => ({ Id, ResolverRuleId: 'rslvr-autodefined-rr-internet-resolver' })),
    }),
    'that names are resolved; then a list of 100',
  ),
  resolverRules: pointed(
    ofOneVpc + 1,
    { ...oneVpc, ResolverRuleAssociations: [{ Id: 'assoc', ResolverRuleId: 'rslvr-rr-1', VPCId: 'vpc-1' }] },
    100,
    (count) => ({ ResolverRules: names(count, 'rslvr-rr').map((Id) => ({ Id })) }),
    'that a VPC uses one; then a list of 100',
  ),
  privateHostedZones: {
    fill: () => oneVpc,
    zones: (count) =>
      names(count, 'Z').map((HostedZoneId) => ({
        HostedZoneId,
        Name: `${HostedZoneId.toLowerCase()}.amazonaws.com.`,
        Owner: { OwningAccount: '111122223333' },
        VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'eu-west-1' }],
        ResourceRecordSets: [],
      })),
    fewest: (count) => ofOneVpc + pages(count, 100) + count,
    why: 'that names are resolved; the zones of each VPC, 100 a page; then the records of each',
  },
  loadBalancers: pointed(1, {}, 400, loadBalancers, 'interfaces, which show one; then a list of 400'),
  loadBalancerListeners: pointed(1, {}, 400, loadBalancers, 'the load balancers; then the listeners of each that the internet reaches', 1),
  targetGroups: {
    fill: loadBalancers,
    fewest: (count) => 1 + pages(count, 400) + (count > 0 ? pages(count, 400) : 0) + count,
    why: 'the load balancers; all groups, 400 a page; then the targets of each',
  },
  classicLoadBalancers: pointed(
    1,
    { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', VpcId: 'vpc-1', Description: 'ELB old' }] },
    400,
    (count) => ({ ClassicLoadBalancers: names(count, 'old').map((LoadBalancerName) => ({ LoadBalancerName })) }),
    'interfaces, which show one; then a list of 400',
  ),
};
