import { eachKnown, need } from '../fact.ts';
import { isRecord } from '../expectation.ts';
import { objectsIn } from './described-source.ts';
import { textOf } from './json-object.ts';
import type { NamedRow, Unit } from './section-reader.ts';

/**
 * Which rows a section must have, where nothing lists them but other sections name them.
 *
 * Each throws MissingFact where these are not known. Rows come from files: no member is trusted to be what its type says.
 */

export function ownVpcs({ account, fact }: Unit): readonly NamedRow[] {
  return need(fact('vpcs'))
    .filter(({ OwnerId }) => OwnerId === undefined || OwnerId === account)
    .map(({ VpcId = '', OwnerId }) => ({ id: VpcId, summary: OwnerId === undefined ? { VpcId } : { VpcId, OwnerId } }));
}

/** Those that rules and routes name. */
export function namedPrefixLists({ fact }: Unit): readonly NamedRow[] {
  const rules = need(fact('securityGroups')).flatMap((group) => [...under(group, 'IpPermissions'), ...under(group, 'IpPermissionsEgress')]);
  const ofRules = rules.flatMap((rule) => under(rule, 'PrefixListIds')).map((row) => textIn(row, 'PrefixListId'));
  const routes = need(fact('routeTables')).flatMap((table) => under(table, 'Routes'));
  const ids = [...ofRules, ...routes.map((route) => textIn(route, 'DestinationPrefixListId'))].filter((id) => id !== undefined);
  return distinct(ids.sort(), 'PrefixListId');
}

export function usedFirewallPolicies({ fact }: Unit): readonly NamedRow[] {
  const details = [...eachKnown(need(fact('networkFirewalls')).map(({ detail }) => detail))];
  return distinct(
    details.map(({ Firewall }) => textIn(Firewall, 'FirewallPolicyArn')),
    'Arn',
  );
}

export function usedFirewallRuleGroups({ fact }: Unit): readonly NamedRow[] {
  const details = [...eachKnown(need(fact('networkFirewallPolicies')).map(({ detail }) => detail))];
  const references = details.flatMap(({ FirewallPolicy }) => [
    ...under(FirewallPolicy, 'StatelessRuleGroupReferences'),
    ...under(FirewallPolicy, 'StatefulRuleGroupReferences'),
  ]);
  return distinct(
    references.map((reference) => textIn(reference, 'ResourceArn')),
    'Arn',
  );
}

export function usedDnsRuleGroups({ fact }: Unit): readonly NamedRow[] {
  const member = 'FirewallRuleGroupId';
  return distinct(
    need(fact('dnsFirewallAssociations')).map((row) => textIn(row, member)),
    member,
  );
}

export function usedDomainLists({ fact }: Unit): readonly NamedRow[] {
  const member = 'FirewallDomainListId';
  const details = [...eachKnown(need(fact('dnsFirewallRuleGroups')).map(({ detail }) => detail))];
  return distinct(
    details.flatMap((detail) => under(detail, 'FirewallRules')).map((rule) => textIn(rule, member)),
    member,
  );
}

export function listedLoadBalancers({ fact }: Unit): readonly NamedRow[] {
  const member = 'LoadBalancerArn';
  return distinct(
    need(fact('loadBalancers')).map((row) => textIn(row, member)),
    member,
  );
}

function under(row: unknown, member: string): readonly object[] {
  return isRecord(row) ? (objectsIn(row, member) ?? []) : [];
}

function textIn(row: unknown, member: string): string | undefined {
  return isRecord(row) ? textOf(row, member) : undefined;
}

function distinct(ids: readonly (string | undefined)[], member: string): readonly NamedRow[] {
  return [...new Set(ids.filter((id) => id !== undefined))].map((id) => ({ id, summary: { [member]: id } }));
}
