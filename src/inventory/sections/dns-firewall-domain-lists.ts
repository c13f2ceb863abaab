import type { Described } from '../described.ts';

/**
 * A domain list that some rule names, with its domains. Lists that AWS manages are left out, since AWS shows their domains to nobody: what a rule
 * names and is not here holds domains that nobody knows.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListFirewallDomains.html
 */
export type DnsFirewallDomainList = Described<{ readonly FirewallDomainListId: string }, { readonly Domains: readonly string[] }>;
