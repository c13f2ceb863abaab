import type { Evidence } from '../../core/evidence.ts';
import type { Doubt } from '../doubt.ts';
import { subtract, type AddressSet, type IpFamily } from '../address-set.ts';
import { everyAddress } from '../every-address.ts';
import { internet } from '../internet.ts';
import type { Network, Place } from '../network.ts';
import { onlyAddresses, trafficKinds } from '../traffic.ts';
import { domainListAction } from './domain-list.ts';
import type { FirewallBehind } from './firewall-of.ts';
import { chosenPorts, type View } from './header-match.ts';
import { ruleFromFields, rulesFromText, type HeaderRule } from './header-rule.ts';
import { isOpenDomain } from '../open-domains.ts';
import { policyOf, ruleGroupOf, type FirewallPolicy, type RuleGroup } from './policy-rows.ts';
import { ruleAddresses, type Names } from './rule-expression.ts';
import { ruleNames } from './rule-names.ts';
import { statefulDecision } from './stateful-decision.ts';
import { addressBlocks } from './stateless-rules.ts';

/** One thing in a firewall that lets more pass than names and addresses that somebody chose. */
export interface FirewallWidth {
  /** The ARN of the policy or rule group that says so. */
  readonly object: string;
  /** As half a sentence: `passes tcp to every address`. */
  readonly what: string;
  /** Where in the answer. */
  readonly evidence: Evidence;
}

/** All that is too wide in a firewall, and what could not be looked at. */
export interface FirewallWidths {
  readonly widths: readonly FirewallWidth[];
  readonly doubts: readonly Doubt[];
}

/** A list of more names than this is nobody's choice any more. */
const mostNames = 100;

/** At most this many rules are told of each rule group. */
const shown = 5;

const policySource = 'network-firewall:DescribeFirewallPolicy';
const groupSource = 'network-firewall:DescribeRuleGroup';

/**
 * What is too wide in a firewall: a default that passes everything, rules that pass any destination, lists that allow whole registries, clouds
 * or too many names.
 *
 * @returns null where it was read wholly and is strict
 * @throws TooComplex
 */
export function firewallWidth(network: Network, from: Place, firewall: FirewallBehind): FirewallWidths | null {
  const policy = policyOf(network, from, firewall.policy);
  if (policy.value === undefined) return { widths: [], doubts: [policy.doubt] };
  const { value, place } = policy;
  const doubts: Doubt[] = [];
  const widths = [...defaultWidths(network, place, firewall, value)];
  const references = [...(value.StatelessRuleGroupReferences ?? []), ...(value.StatefulRuleGroupReferences ?? [])];
  for (const { ResourceArn = '' } of references) {
    const group = ruleGroupOf(network, place, ResourceArn);
    if (group.value === undefined) doubts.push(group.doubt);
    else
      widths.push(
        ...groupWidths(group.value, ResourceArn, (family) => ruleNames(network, place, firewall.arn, value, group.value, family)),
      );
  }
  return widths.length === 0 && doubts.length === 0 ? null : { widths, doubts };
}

function defaultWidths(
  network: Network,
  place: Place,
  { arn, policy: object }: FirewallBehind,
  policy: FirewallPolicy,
): readonly FirewallWidth[] {
  const { StatelessDefaultActions = [], StatefulDefaultActions, StatefulEngineOptions } = policy;
  const say = (what: string, path: string, value: Evidence['value']): FirewallWidth => ({
    object,
    what,
    evidence: { source: policySource, path: `FirewallPolicy.${path}`, value },
  });
  if (StatelessDefaultActions.includes('aws:pass'))
    return [
      say('passes, without a stateful rule being asked, whatever no stateless rule matches', 'StatelessDefaultActions', [
        ...StatelessDefaultActions,
      ]),
    ];
  // Nothing gets to the stateful engine that no rule forwards.
  const forwards = StatelessDefaultActions.includes('aws:forward_to_sfe') || (policy.StatelessRuleGroupReferences ?? []).length > 0;
  const drops = (StatefulDefaultActions ?? []).some((action) => !action.startsWith('aws:alert_'));
  const strict = StatefulEngineOptions?.RuleOrder === 'STRICT_ORDER';
  if (!forwards || (strict && drops)) return [];
  const view: View = { family: 4, local: everyAddress[4], localPorts: chosenPorts, packets: 'sent' };
  const open = onlyAddresses(statefulDecision(network, place, arn, policy, view).unmatched, internet[4]);
  const kinds = trafficKinds.filter((kind) => open[kind].length > 0).map((kind) => (kind === 'other' ? 'other protocols' : kind));
  if (kinds.length === 0) return [];
  const what = `passes whatever no rule drops: ${kinds.join(', ')}`;
  return strict
    ? [say(what, 'StatefulDefaultActions', StatefulDefaultActions === undefined ? null : [...StatefulDefaultActions])]
    : [say(what, 'StatefulEngineOptions.RuleOrder', StatefulEngineOptions?.RuleOrder ?? null)];
}

function groupWidths(group: RuleGroup, arn: string, namesOf: NamesOf): readonly FirewallWidth[] {
  const found = [...domainWidths(group), ...ruleWidths(group, namesOf), ...statelessWidths(group)].slice(0, shown);
  return found.map(({ what, path, value }) => ({
    object: arn,
    what,
    evidence: { source: groupSource, path: `RuleGroup.RulesSource.${path}`, value },
  }));
}

type NamesOf = (family: IpFamily) => Names;

interface Width {
  readonly what: string;
  readonly path: string;
  readonly value: Evidence['value'];
}

function* domainWidths({ RulesSource }: RuleGroup): Generator<Width, void> {
  const list = RulesSource?.RulesSourceList;
  if (list === undefined || domainListAction(list) !== 'pass') return;
  const targets = list.Targets ?? [];
  const path = 'RulesSourceList.Targets';
  if (targets.length > mostNames) yield { what: `allows ${targets.length} names`, path, value: targets.length };
  for (const [at, target] of targets.entries()) {
    if (/^[.*]/.test(target) && isOpenDomain(target))
      yield { what: `allows every name that ends in ${target}`, path: `${path}[${at}]`, value: target };
  }
}

function* ruleWidths({ RulesSource }: RuleGroup, namesOf: NamesOf): Generator<Width, void> {
  const written = RulesSource?.RulesString;
  const fields = (RulesSource?.StatefulRules ?? []).map(ruleFromFields);
  const rules = RulesSource === undefined || written === undefined ? fields : rulesFromText(RulesSource, written);
  for (const [at, rule] of rules.entries()) {
    if (rule?.action !== 'pass') continue;
    const path = written === undefined ? `StatefulRules[${at}]` : `RulesString (rule ${at + 1})`;
    const name = allowedName(rule);
    const anywhere = ([4, 6] as const).some((family) =>
      isEverywhere(ruleAddresses(rule.destination, family, namesOf(family)).must, family),
    );
    if (name !== undefined && isOpenDomain(name)) yield { what: `allows every name that ends in ${name}`, path, value: rule.text };
    else if (name === undefined && anywhere && onlyHeader(rule)) yield { what: 'passes to every address', path, value: rule.text };
  }
}

/** Options that leave a rule as wide as its header is. */
function onlyHeader({ exact, options }: HeaderRule): boolean {
  return exact || options.every((option) => /^(sid|rev|gid|msg|metadata|classtype|reference|priority|flow)\b/i.test(option));
}

/** The end of the names that a rule for TLS or HTTP allows; undefined where it names none. */
function allowedName({ options }: HeaderRule): string | undefined {
  const at = options.findIndex((option) => /^(tls[._]sni|http[._]host)\b/i.test(option));
  if (at === -1 || options.some((option) => /^startswith\b/i.test(option))) return undefined;
  const content = options.slice(at).find((option) => /^content\b/i.test(option));
  return content === undefined ? undefined : /^content\s*:\s*"?([^"]*)"?$/i.exec(content)?.[1];
}

function* statelessWidths({ RulesSource }: RuleGroup): Generator<Width, void> {
  const rules = RulesSource?.StatelessRulesAndCustomActions?.StatelessRules ?? [];
  for (const [at, { Priority, RuleDefinition }] of rules.entries()) {
    if (RuleDefinition?.Actions?.includes('aws:pass') !== true) continue;
    const { Destinations } = RuleDefinition.MatchAttributes ?? {};
    const anywhere = ([4, 6] as const).some((family) => isEverywhere(addressBlocks(Destinations, family).must, family));
    const path = `StatelessRulesAndCustomActions.StatelessRules[${at}]`;
    if (anywhere) yield { what: 'passes to every address, without a stateful rule being asked', path, value: Priority ?? null };
  }
}

function isEverywhere(addresses: AddressSet, family: IpFamily): boolean {
  return subtract(internet[family], addresses).length === 0;
}
