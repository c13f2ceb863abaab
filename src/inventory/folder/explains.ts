import { networkFirewallDetailShape, networkFirewallSummaryShape } from '../sections/network-firewalls.ts';
import { networkFirewallPolicyShape } from '../sections/network-firewall-policies.ts';
import { networkFirewallRuleGroupShape } from '../sections/network-firewall-rule-groups.ts';
import { dnsFirewallRuleShape } from '../sections/dns-firewall-rule-groups.ts';
import { listenerShape } from '../sections/load-balancer-listeners.ts';
import { groupedRows, wrappedAnswer } from './described-source.ts';
import { dnsAttribute } from './dns-attribute-source.ts';
import { domainsOfList } from './domain-list-source.ts';
import { recordSets } from './hosted-zone-sources.ts';
import { listenersOfAll } from './listener-sources.ts';
import * as names from './names-of.ts';
import { olderPrefixLists, prefixListEntries } from './prefix-list-sources.ts';
import type { Explain } from './section-reader.ts';
import { firstPart, joinedAttributes, joinedPages } from './settle.ts';
import { targetHealth, targetHealthOfAll } from './target-sources.ts';
import { propagations, propagationsOfAll, searchedRoutes, settleRoutes, staticRoutesOfAll } from './transit-gateway-sources.ts';

/** How rows are explained in the sections whose descriptions are not SageMaker's. */

export const prefixList: Explain = {
  operation: 'ec2:GetManagedPrefixListEntries',
  details: [prefixListEntries, olderPrefixLists],
  settle: joinedPages('Entries'),
  by: ['PrefixListId'],
  names: names.namedPrefixLists,
  arn: (id, { partition, account, region }) => `arn:${partition}:ec2:${region}:${account}:prefix-list/${id}`,
};

export const dnsAttributes: Explain = {
  operation: 'ec2:DescribeVpcAttribute',
  details: [dnsAttribute],
  settle: joinedAttributes('EnableDnsSupport', 'EnableDnsHostnames'),
  by: ['VpcId'],
  names: names.ownVpcs,
  arn: (id, { partition, account, region }) => `arn:${partition}:ec2:${region}:${account}:vpc/${id}`,
};

export const transitGatewayRoutes: Explain = {
  operation: 'ec2:SearchTransitGatewayRoutes',
  details: [searchedRoutes, staticRoutesOfAll, propagationsOfAll, propagations],
  settle: settleRoutes,
  by: ['TransitGatewayRouteTableId'],
  arn: (id, { partition, account, region }) => `arn:${partition}:ec2:${region}:${account}:transit-gateway-route-table/${id}`,
};

export const networkFirewall: Explain = {
  operation: 'network-firewall:DescribeFirewall',
  details: [
    wrappedAnswer(['Firewall', 'FirewallStatus'], 'Firewall', 'FirewallArn', networkFirewallDetailShape, networkFirewallSummaryShape),
  ],
  settle: firstPart,
  by: ['FirewallArn'],
};

export const firewallPolicy: Explain = {
  operation: 'network-firewall:DescribeFirewallPolicy',
  details: [
    wrappedAnswer(['FirewallPolicy', 'FirewallPolicyResponse'], 'FirewallPolicyResponse', 'FirewallPolicyArn', networkFirewallPolicyShape),
  ],
  settle: firstPart,
  by: ['FirewallPolicyArn'],
  names: names.usedFirewallPolicies,
};

export const firewallRuleGroup: Explain = {
  operation: 'network-firewall:DescribeRuleGroup',
  details: [wrappedAnswer(['RuleGroup', 'RuleGroupResponse'], 'RuleGroupResponse', 'RuleGroupArn', networkFirewallRuleGroupShape)],
  settle: firstPart,
  by: ['RuleGroupArn'],
  names: names.usedFirewallRuleGroups,
};

export const dnsRules: Explain = {
  operation: 'route53resolver:ListFirewallRules',
  details: [
    groupedRows('FirewallRules', 'FirewallRuleGroupId', dnsFirewallRuleShape, 'FirewallRuleGroupId', 'FirewallRules', {
      pattern: /rslvr-frg-[0-9a-z]+/,
      looks: 'rslvr-frg-0123456789abcdef',
    }),
  ],
  settle: joinedPages('FirewallRules'),
  by: ['FirewallRuleGroupId'],
  names: names.usedDnsRuleGroups,
  arn: (id, { partition, account, region }) => `arn:${partition}:route53resolver:${region}:${account}:firewall-rule-group/${id}`,
};

export const dnsDomains: Explain = {
  operation: 'route53resolver:ListFirewallDomains',
  details: [domainsOfList],
  settle: joinedPages('Domains'),
  by: ['FirewallDomainListId'],
  names: names.usedDomainLists,
  arn: (id, { partition, account, region }) => `arn:${partition}:route53resolver:${region}:${account}:firewall-domain-list/${id}`,
};

export const hostedZone: Explain = {
  operation: 'route53:ListResourceRecordSets',
  details: [recordSets],
  settle: joinedPages('ResourceRecordSets'),
  by: ['HostedZoneId'],
  key: (id) => id.split('/')[1] ?? id,
  arn: (id, { partition }) => `arn:${partition}:route53:::hostedzone/${id.split('/')[1] ?? id}`,
};

export const listeners: Explain = {
  operation: 'elasticloadbalancing:DescribeListeners',
  details: [groupedRows('Listeners', 'LoadBalancerArn', listenerShape, 'LoadBalancerArn'), listenersOfAll],
  settle: joinedPages('Listeners'),
  by: ['LoadBalancerArn'],
  names: names.listedLoadBalancers,
};

export const targets: Explain = {
  operation: 'elasticloadbalancing:DescribeTargetHealth',
  details: [targetHealth, targetHealthOfAll],
  settle: joinedPages('Targets'),
  by: ['TargetGroupArn'],
};
