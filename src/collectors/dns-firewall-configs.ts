import { dnsFirewallConfigShape } from '../inventory/sections/dns-firewall-configs.ts';
import type { Collector } from './collector.ts';
import { mayHold } from './may-hold.ts';
import { resolverList } from './resolver-list.ts';

/**
 * Only where some VPC has a firewall that could fail. This list alone gives ten rows a page.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListFirewallConfigs.html
 */
export default resolverList({
  section: 'dnsFirewallConfigs',
  after: ['dnsFirewallAssociations'],
  when: {
    may: (earlier) => mayHold(earlier('dnsFirewallAssociations'), () => true),
    otherwise: 'no VPC has a firewall for names',
  },
  action: 'route53resolver:ListFirewallConfigs',
  pageSize: 10,
  pages: (sdk, paging, abort) => sdk.paginateListFirewallConfigs(paging, {}, abort),
  rows: ({ FirewallConfigs }) => FirewallConfigs,
  shape: dnsFirewallConfigShape,
}) satisfies Collector<'dnsFirewallConfigs'>;
