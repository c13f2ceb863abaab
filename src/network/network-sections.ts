import type { Fact } from '../inventory/fact.ts';
import type { Sections } from '../inventory/sections.ts';

/** Every section that decides where packets go. */
export const networkSections = [
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
  'transitGatewayPeeringAttachments',
  'transitGatewayRouteTables',
  'blockPublicAccessOptions',
  'blockPublicAccessExclusions',
  'networkFirewalls',
  'networkFirewallPolicies',
  'networkFirewallRuleGroups',
  'vpcDnsAttributes',
  'dhcpOptions',
  'dnsFirewallAssociations',
  'dnsFirewallRuleGroups',
  'dnsFirewallDomainLists',
  'dnsFirewallConfigs',
  'resolverRules',
  'resolverRuleAssociations',
  'privateHostedZones',
  'loadBalancers',
  'loadBalancerListeners',
  'targetGroups',
  'classicLoadBalancers',
] as const;

export type NetworkSection = (typeof networkSections)[number];

export type NetworkFacts = { readonly [K in NetworkSection]: Fact<Sections[K]> };
