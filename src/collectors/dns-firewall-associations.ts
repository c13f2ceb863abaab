import { dnsFirewallAssociationShape } from '../inventory/sections/dns-firewall-associations.ts';
import type { Collector } from './collector.ts';
import { mayResolveNames } from './may-resolve-names.ts';
import { resolverList } from './resolver-list.ts';

export default resolverList({
  section: 'dnsFirewallAssociations',
  after: ['vpcDnsAttributes'],
  when: mayResolveNames,
  action: 'route53resolver:ListFirewallRuleGroupAssociations',
  pages: (sdk, paging, abort) => sdk.paginateListFirewallRuleGroupAssociations(paging, {}, abort),
  rows: ({ FirewallRuleGroupAssociations }) => FirewallRuleGroupAssociations,
  shape: dnsFirewallAssociationShape,
}) satisfies Collector<'dnsFirewallAssociations'>;
