import type { Gap } from '../../src/core/gap.ts';
import { known, missing } from '../../src/inventory/fact.ts';
import type { DnsFirewallAssociation } from '../../src/inventory/sections/dns-firewall-associations.ts';
import type { DnsFirewallConfig } from '../../src/inventory/sections/dns-firewall-configs.ts';
import type { DnsFirewallDomainList } from '../../src/inventory/sections/dns-firewall-domain-lists.ts';
import type { DnsFirewallRuleGroup } from '../../src/inventory/sections/dns-firewall-rule-groups.ts';
import type { PrivateHostedZone } from '../../src/inventory/sections/private-hosted-zones.ts';
import type { ResolverRuleAssociation } from '../../src/inventory/sections/resolver-rule-associations.ts';
import type { ResolverRule } from '../../src/inventory/sections/resolver-rules.ts';
import { account, region } from './rows.ts';

/** Rows of how names are resolved, and of which are not. */

/** rslvr-frg-1 decides over the names that vpc-1 asks for. */
export function dnsFirewallAssociation(given: Partial<DnsFirewallAssociation> = {}): DnsFirewallAssociation {
  return {
    Id: 'rslvr-frgassoc-1',
    Arn: `arn:aws:route53resolver:${region}:${account}:firewall-rule-group-association/rslvr-frgassoc-1`,
    FirewallRuleGroupId: 'rslvr-frg-1',
    VpcId: 'vpc-1',
    Priority: 101,
    Status: 'COMPLETE',
    ...given,
  };
}

type DnsRule = Extract<DnsFirewallRuleGroup['detail'], { readonly known: true }>['value']['FirewallRules'][number];

/** Blocks the domains of a list, first of all rules. */
export function dnsFirewallRule(listId: string, given: Partial<DnsRule> = {}): DnsRule {
  return { FirewallDomainListId: listId, Name: listId, Priority: 1, Action: 'BLOCK', BlockResponse: 'NXDOMAIN', ...given };
}

/** A rule group with these rules, or one whose rules could not be read. */
export function dnsFirewallRuleGroup(rules: readonly DnsRule[] | Gap, id = 'rslvr-frg-1'): DnsFirewallRuleGroup {
  return {
    summary: { FirewallRuleGroupId: id },
    detail: 'operation' in rules ? missing(rules) : known({ FirewallRules: rules }),
  };
}

/** A list of these domains; each ends in a dot, as the Resolver gives them. */
export function dnsFirewallDomainList(id: string, domains: readonly string[] | Gap): DnsFirewallDomainList {
  return { summary: { FirewallDomainListId: id }, detail: 'operation' in domains ? missing(domains) : known({ Domains: domains }) };
}

/** vpc-1 answers no name where its DNS Firewall does not answer. */
export function dnsFirewallConfig(given: Partial<DnsFirewallConfig> = {}): DnsFirewallConfig {
  return { ResourceId: 'vpc-1', OwnerId: account, FirewallFailOpen: 'DISABLED', ...given };
}

/** Forwards corp.example to a server of one's own. */
export function resolverRule(given: Partial<ResolverRule> = {}): ResolverRule {
  return {
    Id: 'rslvr-rr-1',
    Arn: `arn:aws:route53resolver:${region}:${account}:resolver-rule/rslvr-rr-1`,
    DomainName: 'corp.example.',
    RuleType: 'FORWARD',
    Status: 'COMPLETE',
    TargetIps: [{ Ip: '10.0.0.53', Port: 53 }],
    ResolverEndpointId: 'rslvr-out-1',
    OwnerId: account,
    ...given,
  };
}

/** vpc-1 uses rslvr-rr-1. */
export function resolverRuleAssociation(given: Partial<ResolverRuleAssociation> = {}): ResolverRuleAssociation {
  return { Id: 'rslvr-rrassoc-1', ResolverRuleId: 'rslvr-rr-1', VPCId: 'vpc-1', Status: 'COMPLETE', ...given };
}

type RecordSet = Extract<PrivateHostedZone['detail'], { readonly known: true }>['value']['ResourceRecordSets'][number];

/** A zone that vpc-1 uses, with these records or without them being readable. */
export function privateHostedZone(
  name: string,
  records: readonly RecordSet[] | Gap = [],
  given: Partial<PrivateHostedZone['summary']> = {},
): PrivateHostedZone {
  return {
    summary: { HostedZoneId: 'Z1', Name: `${name}.`, Owner: { OwningAccount: account }, VpcId: 'vpc-1', ...given },
    detail: 'operation' in records ? missing(records) : known({ ResourceRecordSets: records }),
  };
}
