import { eachKnown, need } from '../fact.ts';
import type { NamedRow, Unit } from './section-reader.ts';

/**
 * Which rows a section must have, where nothing lists them but other sections name them.
 *
 * Each throws MissingFact where these are not known.
 */

export function ownVpcs({ account, fact }: Unit): readonly NamedRow[] {
  return need(fact('vpcs'))
    .filter(({ OwnerId }) => OwnerId === undefined || OwnerId === account)
    .map(({ VpcId = '', OwnerId }) => ({ id: VpcId, summary: OwnerId === undefined ? { VpcId } : { VpcId, OwnerId } }));
}

/** Those that rules and routes name. */
export function namedPrefixLists({ fact }: Unit): readonly NamedRow[] {
  const ofGroups = need(fact('securityGroups')).flatMap(({ IpPermissions = [], IpPermissionsEgress = [] }) =>
    [...IpPermissions, ...IpPermissionsEgress].flatMap(({ PrefixListIds = [] }) => PrefixListIds.map(({ PrefixListId }) => PrefixListId)),
  );
  const ofTables = need(fact('routeTables')).flatMap(({ Routes = [] }) =>
    Routes.map(({ DestinationPrefixListId }) => DestinationPrefixListId),
  );
  return distinct([...ofGroups, ...ofTables], 'PrefixListId').sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function usedFirewallPolicies({ fact }: Unit): readonly NamedRow[] {
  const details = [...eachKnown(need(fact('networkFirewalls')).map(({ detail }) => detail))];
  return distinct(
    details.map(({ Firewall }) => Firewall?.FirewallPolicyArn),
    'Arn',
  );
}

export function usedFirewallRuleGroups({ fact }: Unit): readonly NamedRow[] {
  const details = [...eachKnown(need(fact('networkFirewallPolicies')).map(({ detail }) => detail))];
  const references = details.flatMap(({ FirewallPolicy }) => [
    ...(FirewallPolicy?.StatelessRuleGroupReferences ?? []),
    ...(FirewallPolicy?.StatefulRuleGroupReferences ?? []),
  ]);
  return distinct(
    references.map(({ ResourceArn }) => ResourceArn),
    'Arn',
  );
}

export function usedDnsRuleGroups({ fact }: Unit): readonly NamedRow[] {
  return distinct(
    need(fact('dnsFirewallAssociations')).map(({ FirewallRuleGroupId }) => FirewallRuleGroupId),
    'FirewallRuleGroupId',
  );
}

export function usedDomainLists({ fact }: Unit): readonly NamedRow[] {
  const details = [...eachKnown(need(fact('dnsFirewallRuleGroups')).map(({ detail }) => detail))];
  const rules = details.flatMap(({ FirewallRules }) => FirewallRules);
  return distinct(
    rules.map(({ FirewallDomainListId }) => FirewallDomainListId),
    'FirewallDomainListId',
  );
}

export function listedLoadBalancers({ fact }: Unit): readonly NamedRow[] {
  return distinct(
    need(fact('loadBalancers')).map(({ LoadBalancerArn }) => LoadBalancerArn),
    'LoadBalancerArn',
  );
}

function distinct(ids: readonly (string | undefined)[], member: string): NamedRow[] {
  return [...new Set(ids.filter((id) => id !== undefined))].map((id) => ({ id, summary: { [member]: id } }));
}
