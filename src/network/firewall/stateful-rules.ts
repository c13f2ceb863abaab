import { everyAddress } from '../every-address.ts';
import type { Network, Place } from '../network.ts';
import { allTraffic, noTraffic } from '../traffic.ts';
import { domainListAction } from './domain-list.ts';
import type { Candidate } from './first-match.ts';
import { headerMatch, type View } from './header-match.ts';
import { ruleFromFields, rulesFromText, type HeaderRule } from './header-rule.ts';
import { inOrder } from '../in-order.ts';
import { ruleGroupOf, rulesDoubt, type FirewallPolicy, type RuleGroup, type StatefulReference } from './policy-rows.ts';
import type { Names } from './rule-expression.ts';
import { ruleNames } from './rule-names.ts';

export const statefulActions = ['pass', 'drop'] as const;

/** What the stateful engine does with a flow in the end; an alert only tells of it. */
export type StatefulAction = (typeof statefulActions)[number];

/** Rules are asked in their order, or those that pass before those that drop. https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html */
export type RuleOrder = 'strict' | 'by-action' | 'unknown';

/** The order that a policy asks for. By action where it does not say. */
export function ruleOrder({ StatefulEngineOptions }: FirewallPolicy): RuleOrder {
  const order: string = StatefulEngineOptions?.RuleOrder ?? 'DEFAULT_ACTION_ORDER';
  if (order === 'STRICT_ORDER') return 'strict';
  return order === 'DEFAULT_ACTION_ORDER' ? 'by-action' : 'unknown';
}

/** The stateful rules of a policy that end the search, in the order in which they are asked. @throws TooComplex */
export function statefulRules(
  network: Network,
  place: Place,
  firewallArn: string,
  policy: FirewallPolicy,
  view: View,
): readonly Candidate<StatefulAction>[] {
  const order = ruleOrder(policy);
  if (order === 'unknown') return [anything(view, firewallArn, 'the order of its rules')];
  const references = policy.StatefulRuleGroupReferences ?? [];
  const groups = order === 'strict' ? inOrder(references, ({ Priority }) => Priority) : references.map((item) => ({ item, sure: true }));
  const rules = groups.flatMap(({ item, sure }) => {
    const found = groupRules(network, place, firewallArn, policy, item, view);
    return sure ? found : found.map((rule) => unplaced(rule));
  });
  if (order === 'strict') return rules;
  // What nobody can tell the action of may stand anywhere.
  const rank = ({ actions: [first, ...others] }: Candidate<StatefulAction>): number => (others.length > 0 ? 0 : first === 'pass' ? 1 : 2);
  return [...rules].sort((a, b) => rank(a) - rank(b));
}

function unplaced(rule: Candidate<StatefulAction>): Candidate<StatefulAction> {
  return {
    ...rule,
    match: { ...rule.match, must: noTraffic },
    doubt: rule.doubt ?? rulesDoubt(rule.object, `when ${rule.object} is asked`),
  };
}

function groupRules(
  network: Network,
  place: Place,
  firewallArn: string,
  policy: FirewallPolicy,
  { ResourceArn = '', Override }: StatefulReference,
  view: View,
): readonly Candidate<StatefulAction>[] {
  const found = ruleGroupOf(network, place, ResourceArn);
  if (found.value === undefined) return [{ ...anything(view, ResourceArn, 'its rules'), doubt: found.doubt }];
  const group = found.value;
  const names = ruleNames(network, place, firewallArn, policy, group, view.family);
  const onlyAlerts = Override?.Action === 'DROP_TO_ALERT';
  return fromSource(group, ResourceArn, view, names).flatMap((rule) => {
    if (!onlyAlerts || rule.actions[0] !== 'drop') return [rule];
    // The setting says that DROP becomes ALERT; of REJECT it says nothing.
    return rule.says.startsWith('reject') ? [{ ...rule, actions: statefulActions }] : [];
  });
}

function fromSource(group: RuleGroup, arn: string, view: View, names: Names): readonly Candidate<StatefulAction>[] {
  const source = group.RulesSource;
  if (source?.RulesSourceList !== undefined) return fromDomainList(source.RulesSourceList, arn, view, names);
  if (source?.StatefulRules !== undefined)
    return source.StatefulRules.flatMap((rule) => fromHeader(ruleFromFields(rule), arn, view, names));
  if (source?.RulesString !== undefined)
    return rulesFromText(source, source.RulesString).flatMap((rule) => fromHeader(rule, arn, view, names));
  return [anything(view, arn, 'its rules')];
}

function fromHeader(rule: HeaderRule | undefined, arn: string, view: View, names: Names): readonly Candidate<StatefulAction>[] {
  if (rule === undefined) return [anything(view, arn, 'a rule that is no rule of Suricata')];
  const says = `${rule.text} (${nameOf(arn)})`;
  const base = {
    match: headerMatch(rule, view, names),
    evadable: false,
    says,
    object: arn,
    doubt: rulesDoubt(arn, `what ${says} matches`),
  };
  if (rule.action === 'alert') return [];
  if (rule.action === 'pass') return [{ ...base, actions: ['pass'] }];
  if (rule.action === 'drop' || rule.action === 'reject') return [{ ...base, actions: ['drop'] }];
  return [{ ...base, actions: statefulActions }];
}

function fromDomainList(
  list: NonNullable<NonNullable<RuleGroup['RulesSource']>['RulesSourceList']>,
  arn: string,
  view: View,
  names: Names,
): readonly Candidate<StatefulAction>[] {
  const action = domainListAction(list);
  if (action === 'alert') return [];
  if (action === 'unknown') return [anything(view, arn, 'what its domain list is for')];
  const rule: HeaderRule = {
    action,
    protocol: 'tcp',
    source: '$HOME_NET',
    sourcePort: 'any',
    bothWays: false,
    destination: '$EXTERNAL_NET',
    destinationPort: 'any',
    exact: false,
    flow: 'to-server',
    options: [],
    text: `domain list ${list.GeneratedRulesType ?? ''}`,
  };
  const says = `${rule.text} (${nameOf(arn)})`;
  const doubt = rulesDoubt(arn, `which names connections to it give: ${says}`);
  return [{ match: headerMatch(rule, view, names), evadable: true, says, object: arn, doubt, actions: [action] }];
}

function anything({ family }: View, arn: string, what: string): Candidate<StatefulAction> {
  const may = allTraffic(everyAddress[family], family);
  const doubt = rulesDoubt(arn, `${what} (${nameOf(arn)})`);
  return { match: { must: noTraffic, may }, actions: statefulActions, evadable: false, says: nameOf(arn), object: arn, doubt };
}

/** The last part of an ARN. */
function nameOf(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}
