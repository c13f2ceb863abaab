import { dnsFirewallAssociationShape } from '../inventory/sections/dns-firewall-associations.ts';
import type { Collector } from './collector.ts';
import { whereNamesResolve } from './where-names-resolve.ts';
import { resolverList } from './resolver-list.ts';

export default resolverList({
  section: 'dnsFirewallAssociations',
  after: ['vpcDnsAttributes'],
  when: whereNamesResolve,
  action: 'route53resolver:ListFirewallRuleGroupAssociations',
  pages: (sdk, paging, abort) => sdk.paginateListFirewallRuleGroupAssociations(paging, {}, abort),
  rows: ({ FirewallRuleGroupAssociations }) => FirewallRuleGroupAssociations,
  shape: dnsFirewallAssociationShape,
}) satisfies Collector<'dnsFirewallAssociations'>;
