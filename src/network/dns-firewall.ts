import type { PathStep } from '../core/path-step.ts';
import type { DnsFirewallAssociation } from '../inventory/sections/dns-firewall-associations.ts';
import type { DnsFirewallDomainList } from '../inventory/sections/dns-firewall-domain-lists.ts';
import type { DnsFirewallRuleGroup } from '../inventory/sections/dns-firewall-rule-groups.ts';
import { nameSet, type NameSet } from './dns-names.ts';
import { isWithin } from './endpoints/domain-name.ts';
import { unread, withDoubts, type Doubt } from './doubt.ts';
import { find, type Found } from './found.ts';
import { inOrder } from './in-order.ts';
import type { Network, Place } from './network.ts';
import type { Verdict } from './reach.ts';

/** What DNS Firewall does with a name that nobody has listed: one of an attacker's own. */
export interface DnsFirewallAnswer {
  readonly verdict: Verdict;
  /** The rule that decides. */
  readonly steps: readonly PathStep[];
  readonly doubts: readonly Doubt[];
  /** The names that pass although all others are blocked. */
  readonly allowed: readonly string[];
  /** What else is worth knowing, as half sentences. */
  readonly notes: readonly string[];
}

type Rule = Extract<DnsFirewallRuleGroup['detail'], { readonly known: true }>['value']['FirewallRules'][number];

/** A rule in its place, and why it may be none, or have another place. */
interface Asked {
  readonly rule: Rule;
  readonly groupId: string;
  readonly doubt: Doubt | undefined;
}

/** What has been seen so far of rules that are asked one after the other. */
interface Seen {
  /** Why such a name may have been let through, or blocked, already. */
  readonly maybeOpen: Doubt[];
  readonly maybeBlocked: Doubt[];
  /** Types of queries, and registries, that are blocked. */
  readonly types: Set<string>;
  readonly registries: string[];
  readonly allowed: string[];
  readonly notes: Set<string>;
}

/**
 * What the DNS Firewall of a VPC does with a query for a name that nobody has listed: rule groups by the priority of their association, in them
 * rules by priority, and the first that matches decides. What no rule matches passes.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html
 */
export function dnsFirewall(network: Network, place: Place, vpcId: string): DnsFirewallAnswer {
  const seen: Seen = { maybeOpen: [], maybeBlocked: [], types: new Set(), registries: [], allowed: [], notes: new Set() };
  const fact = place.facts.dnsFirewallAssociations;
  const answer = (verdict: Verdict, detail: string, doubts: readonly Doubt[] = []): DnsFirewallAnswer => ({
    verdict,
    steps: [{ kind: 'dns-firewall', id: vpcId, detail }],
    doubts: doubts.reduce<readonly Doubt[]>((sum, doubt) => withDoubts(sum, [doubt]), []),
    allowed: seen.allowed,
    notes: [...seen.notes],
  });
  if (!fact.known) return answer('undecided', 'not read', [unread(`the DNS Firewall of ${vpcId}`, fact.gap)]);
  const own = fact.value.filter((association) => association.VpcId === vpcId);
  if (own.length === 0) return answer('reachable', 'no rule group is associated with the VPC');
  for (const asked of rulesOf(network, place, own, seen)) {
    const end = afterRule(place, asked, seen);
    if (end === undefined) continue;
    const doubts = end === 'open' ? seen.maybeBlocked : seen.maybeOpen;
    const verdict = doubts.length > 0 ? 'undecided' : end === 'open' ? 'reachable' : 'blocked';
    return { ...answer(verdict, '', doubts), steps: [ruleStep(asked)] };
  }
  const doubts = seen.maybeBlocked;
  return answer(doubts.length > 0 ? 'undecided' : 'reachable', 'no rule blocks the names that none lists', doubts);
}

/** The rules of all groups in the order in which they are asked; a group that cannot be read leaves everything open from there on. */
function* rulesOf(network: Network, place: Place, associations: readonly DnsFirewallAssociation[], seen: Seen): Generator<Asked, void> {
  for (const { item, sure } of inOrder(associations, ({ Priority }) => Priority)) {
    const groupId = item.FirewallRuleGroupId ?? '';
    const unsettled = sure ? changing(item) : ordered(groupId);
    const group = groupOf(network, place, groupId);
    if (group.value === undefined) {
      seen.maybeOpen.push(group.doubt);
      seen.maybeBlocked.push(group.doubt);
      continue;
    }
    for (const rule of inOrder(group.value, ({ Priority }) => Priority))
      yield { rule: rule.item, groupId, doubt: unsettled ?? (rule.sure ? undefined : ordered(`a rule of ${groupId}`)) };
  }
}

/** What a rule does with such a name, where it ends the search for certain. */
function afterRule(place: Place, { rule, groupId, doubt }: Asked, seen: Seen): 'open' | 'blocked' | undefined {
  const action: string = rule.Action ?? '';
  const names = namesOf(place, rule);
  const unclear = doubt ?? names.doubt;
  if (action === 'BLOCK') {
    if (names.value === undefined) {
      if (names.doubt !== undefined) seen.maybeBlocked.push(names.doubt);
      else seen.notes.add('lists and protections that AWS manages block some names');
      return undefined;
    }
    return block(rule, names.value, unclear, seen);
  }
  if (action === 'ALLOW' || action === 'ALERT') {
    if (names.value === undefined) {
      // A protection looks for suspicious queries; a list of AWS holds names that nobody sees.
      if (rule.FirewallDomainListId !== undefined) seen.maybeOpen.push(names.doubt ?? managed(rule.FirewallDomainListId));
      return undefined;
    }
    return allow(rule, names.value, unclear, seen);
  }
  const strange: Doubt = { code: 'UNREADABLE', object: groupId, settledBy: `what its action ${action} does`, gap: undefined };
  seen.maybeOpen.push(strange);
  seen.maybeBlocked.push(strange);
  return undefined;
}

function block({ Qtype }: Rule, names: NameSet, doubt: Doubt | undefined, seen: Seen): 'blocked' | undefined {
  const whole = names.all && Qtype === undefined;
  if (doubt !== undefined) {
    if (whole || names.registries.length > 0) seen.maybeBlocked.push(doubt);
    return undefined;
  }
  if (whole) return 'blocked';
  // Whoever sends data this way takes another type of query, and another registry.
  if (names.all && Qtype !== undefined) {
    seen.types.add(Qtype);
    seen.notes.add(`queries of type ${Qtype} are blocked, those of other types are not`);
  } else if (Qtype === undefined) seen.registries.push(...names.registries);
  return undefined;
}

function allow({ Qtype }: Rule, names: NameSet, doubt: Doubt | undefined, seen: Seen): 'open' | undefined {
  const typeOpen = Qtype === undefined || !seen.types.has(Qtype);
  const registry = names.registries.some((name) => !seen.registries.some((blocked) => isWithin(name, blocked)));
  if (typeOpen && (names.all || registry)) {
    if (doubt === undefined) return 'open';
    seen.maybeOpen.push(doubt);
  }
  if (typeOpen) for (const name of names.chosen) seen.allowed.push(name);
  return undefined;
}

/** The names of a rule's list. Neither value nor doubt: AWS manages it, and does not show its names. */
function namesOf(place: Place, { FirewallDomainListId: id }: Rule): { readonly value?: NameSet; readonly doubt?: Doubt } {
  if (id === undefined) return {};
  const fact = place.facts.dnsFirewallDomainLists;
  const rows = fact.known ? fact.value : (fact.partial ?? []);
  const row = rows.find(({ summary }) => summary.FirewallDomainListId === id);
  if (row === undefined) return fact.known ? {} : { doubt: unread(`the domains of ${id}`, fact.gap) };
  return row.detail.known ? { value: namesIn(row, row.detail.value.Domains) } : { doubt: unread(`the domains of ${id}`, row.detail.gap) };
}

const sets = new WeakMap<DnsFirewallDomainList, NameSet>();

function namesIn(row: DnsFirewallDomainList, domains: readonly string[]): NameSet {
  let set = sets.get(row);
  if (set === undefined) sets.set(row, (set = nameSet(domains)));
  return set;
}

function groupOf(network: Network, from: Place, id: string): Found<readonly Rule[]> {
  const found = find({ network, from }, 'dnsFirewallRuleGroups', groupId, id);
  if (found.value === undefined) return found;
  const { detail } = found.value;
  return detail.known ? { value: detail.value.FirewallRules, place: found.place } : { doubt: unread(`the rules of ${id}`, detail.gap) };
}

const groupId = (row: DnsFirewallRuleGroup): string | undefined => row.summary.FirewallRuleGroupId;

function changing({ Id = '', Status }: DnsFirewallAssociation): Doubt | undefined {
  if (Status === 'COMPLETE') return undefined;
  return { code: 'STATE_CHANGING', object: Id, settledBy: `${Id} once it has settled (it is ${Status ?? 'in no state'})`, gap: undefined };
}

function ordered(object: string): Doubt {
  return {
    code: 'UNREADABLE',
    object,
    settledBy: `when ${object} is asked: its priority is missing, or another's as well`,
    gap: undefined,
  };
}

function managed(id: string): Doubt {
  return { code: 'UNREADABLE', object: id, settledBy: `the domains of ${id}, which AWS does not show`, gap: undefined };
}

function ruleStep({ rule, groupId: id }: Asked): PathStep {
  const { Priority, Action, FirewallDomainListId, Qtype } = rule;
  const type = Qtype === undefined ? '' : ` for queries of type ${Qtype}`;
  return { kind: 'dns-firewall-rule', id, detail: `${Priority ?? ''} ${Action ?? ''} ${FirewallDomainListId ?? ''}${type}`.trim() };
}
