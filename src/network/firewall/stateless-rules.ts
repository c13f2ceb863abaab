import { intersect, parseAddress, subtract, union, type AddressSet, type IpFamily } from '../address-set.ts';
import { areaOf, type Area } from '../area.ts';
import { everyAddress } from '../every-address.ts';
import { intersectValues, valuesOf, type IntervalSet } from '../interval-set.ts';
import type { Network, Place } from '../network.ts';
import { allTraffic, everyValue, noTraffic, otherProtocols, protocolNumbers, type Traffic } from '../traffic.ts';
import type { Candidate, Match } from './first-match.ts';
import type { View } from './header-match.ts';
import { inOrder } from '../in-order.ts';
import { ruleGroupOf, rulesDoubt, type FirewallPolicy, type RuleGroup } from './policy-rows.ts';
import { holdsPorts, type Bounds } from './rule-expression.ts';

export const statelessActions = ['pass', 'drop', 'forward'] as const;

/** What the stateless engine does with a packet. https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-action.html */
export type StatelessAction = (typeof statelessActions)[number];

type StatelessRule = NonNullable<
  NonNullable<NonNullable<RuleGroup['RulesSource']>['StatelessRulesAndCustomActions']>['StatelessRules']
>[number];
type Attributes = NonNullable<NonNullable<StatelessRule['RuleDefinition']>['MatchAttributes']>;

/**
 * The stateless rules of a policy in the order in which they are asked, and what happens to the rest: groups by priority, in them rules by
 * priority. https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html
 *
 * Fragments are left aside: whole packets are what a sender needs.
 */
export function statelessRules(network: Network, place: Place, policy: FirewallPolicy, view: View): readonly Candidate<StatelessAction>[] {
  const groups = inOrder(policy.StatelessRuleGroupReferences ?? [], ({ Priority }) => Priority);
  const candidates = groups.flatMap(({ item: { ResourceArn = '' }, sure }) => {
    const group = ruleGroupOf(network, place, ResourceArn);
    if (group.value === undefined) return [unknown(view, ResourceArn, group.doubt)];
    const rules = group.value.RulesSource?.StatelessRulesAndCustomActions?.StatelessRules;
    if (rules === undefined) return [unknown(view, ResourceArn, rulesDoubt(ResourceArn, `the stateless rules of ${ResourceArn}`))];
    return inOrder(rules, ({ Priority }) => Priority).map((rule) => candidate(rule.item, ResourceArn, view, sure && rule.sure));
  });
  const actions = standardActions(policy.StatelessDefaultActions);
  const everything = allTraffic(everyAddress[view.family], view.family);
  const says = `the stateless default action ${(policy.StatelessDefaultActions ?? []).join(', ')}`;
  const object = 'StatelessDefaultActions';
  const doubt = actions.length === 1 ? undefined : rulesDoubt(object, `what ${says} does`);
  return [...candidates, { match: { must: everything, may: everything }, actions, evadable: false, says, object, doubt }];
}

function unknown({ family }: View, arn: string, doubt: Candidate<StatelessAction>['doubt']): Candidate<StatelessAction> {
  const may = allTraffic(everyAddress[family], family);
  return { match: { must: noTraffic, may }, actions: statelessActions, evadable: false, says: arn, object: arn, doubt };
}

function candidate({ Priority, RuleDefinition }: StatelessRule, arn: string, view: View, sure: boolean): Candidate<StatelessAction> {
  const says = `stateless rule ${Priority ?? 'without priority'} of ${arn}`;
  const actions = standardActions(RuleDefinition?.Actions);
  const match =
    RuleDefinition?.MatchAttributes === undefined
      ? { must: noTraffic, may: unbounded(view) }
      : attributesMatch(RuleDefinition.MatchAttributes, view);
  const doubt = rulesDoubt(arn, sure ? `what ${says} matches` : `when ${says} is asked`);
  return { match: sure ? match : { ...match, must: noTraffic }, actions, evadable: false, says, object: arn, doubt };
}

const names: Readonly<Record<string, StatelessAction>> = { 'aws:pass': 'pass', 'aws:drop': 'drop', 'aws:forward_to_sfe': 'forward' };

/** The one standard action; actions of one's own only count packets. All of them where there is not exactly one. */
function standardActions(actions: readonly string[] | undefined): readonly StatelessAction[] {
  const own = (actions ?? []).flatMap((action) => names[action] ?? []);
  return own.length === 1 && !(actions ?? []).some((action) => action.startsWith('aws:') && names[action] === undefined)
    ? own
    : statelessActions;
}

/** What a rule's attributes match, by the address and port at the far end. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_MatchAttributes.html */
function attributesMatch(attributes: Attributes, view: View): Match {
  const sent = view.packets === 'sent';
  const { Sources, Destinations, SourcePorts, DestinationPorts, Protocols, TCPFlags } = attributes;
  const near = addressBlocks(sent ? Sources : Destinations, view.family);
  const far = addressBlocks(sent ? Destinations : Sources, view.family);
  const [nearPorts, farPorts] = [ports(sent ? SourcePorts : DestinationPorts), ports(sent ? DestinationPorts : SourcePorts)];
  const numbers = protocols(Protocols);
  const each = subtract(view.local, near.must).length === 0 && holdsPorts(nearPorts, view.localPorts).each;
  const some = intersect(view.local, near.may).length > 0;
  if (!some || !holdsPorts(nearPorts, view.localPorts).some) return { must: noTraffic, may: noTraffic };
  const named = [...(SourcePorts ?? []), ...(DestinationPorts ?? [])].length > 0;
  const of = (addresses: AddressSet, farther: IntervalSet, held: IntervalSet, flags: boolean, portless: boolean): Traffic => {
    const holds = (number: number): boolean => intersectValues(held, [{ first: number, last: number }]).length > 0;
    const area = (when: boolean, values: IntervalSet): Area => (when ? areaOf(addresses, values) : []);
    return {
      tcp: area(holds(protocolNumbers.tcp) && flags, farther),
      udp: area(holds(protocolNumbers.udp), farther),
      icmp: area(holds(protocolNumbers.icmp[view.family]) && portless, everyValue),
      other: area(portless, intersectValues(held, otherProtocols[view.family])),
    };
  };
  return {
    // A rule about flags takes some packets of a connection and leaves others; ports are said to matter to TCP and UDP only.
    must: each ? of(far.must, farPorts.must, numbers.must, (TCPFlags ?? []).length === 0, !named) : noTraffic,
    may: of(far.may, farPorts.may, numbers.may, true, true),
  };
}

/** Addresses as a rule lists them; all where it lists none. */
export function addressBlocks(definitions: Attributes['Sources'], family: IpFamily): Bounds<AddressSet> {
  const every = everyAddress[family];
  if (definitions === undefined || definitions.length === 0) return { must: every, may: every };
  const cidrs = definitions.map(({ AddressDefinition }) => parseAddress(AddressDefinition ?? ''));
  const must = union(cidrs.flatMap((cidr) => (cidr?.family === family ? [{ first: cidr.first, last: cidr.last }] : [])));
  return { must, may: cidrs.includes(undefined) ? every : must };
}

function ports(ranges: Attributes['SourcePorts']): Bounds<IntervalSet> {
  if (ranges === undefined || ranges.length === 0) return { must: everyValue, may: everyValue };
  const isRange = ({ FromPort = -1, ToPort = -1 }): boolean => FromPort >= 0 && FromPort <= ToPort && ToPort <= 65_535;
  const must = valuesOf(ranges.filter(isRange).map(({ FromPort = 0, ToPort = 0 }) => ({ first: FromPort, last: ToPort })));
  return { must, may: ranges.every(isRange) ? must : everyValue };
}

function protocols(numbers: Attributes['Protocols']): Bounds<IntervalSet> {
  const every: IntervalSet = [{ first: 0, last: 255 }];
  if (numbers === undefined || numbers.length === 0) return { must: every, may: every };
  const sound = numbers.filter((number) => Number.isInteger(number) && number >= 0 && number <= 255);
  const must = valuesOf(sound.map((number) => ({ first: number, last: number })));
  return { must, may: sound.length === numbers.length ? must : every };
}

function unbounded({ family }: View): Traffic {
  return allTraffic(everyAddress[family], family);
}
