import type { Described } from '../described.ts';

/**
 * A domain list that some rule names, with its domains. Those of lists that AWS manages are not shown to anybody.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListFirewallDomains.html
 */
export type DnsFirewallDomainList = Described<{ readonly FirewallDomainListId: string }, { readonly Domains: readonly string[] }>;
