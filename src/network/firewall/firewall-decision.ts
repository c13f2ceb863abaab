import { Remembered } from '../../inventory/remembered.ts';
import type { Doubt } from '../doubt.ts';
import { everyAddress } from '../every-address.ts';
import type { Flow } from '../flow.ts';
import type { Network, Place } from '../network.ts';
import { allTraffic, common, isEmpty, noTraffic, sameTraffic, unite, without, type Traffic } from '../traffic.ts';
import type { FirewallBehind } from './firewall-of.ts';
import { firstMatch, type Candidate } from './first-match.ts';
import { chosenPorts, ordinaryPort, type View } from './header-match.ts';
import { policyOf, rulesDoubt, type FirewallPolicy } from './policy-rows.ts';
import { statefulDecision } from './stateful-decision.ts';
import { statelessActions, statelessRules } from './stateless-rules.ts';

/** What a firewall lets pass of a sender's traffic: at least, at most, and why these differ. */
export interface FirewallDecision {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly doubt: Doubt | undefined;
  /** What drops the rest. */
  readonly reason: string;
}

/**
 * What the policy of a firewall decides by addresses, protocols and ports: the stateless rules first, and the stateful ones over what these
 * forward. https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html
 *
 * @throws TooComplex
 */
export function firewallDecision(network: Network, place: Place, { arn, policy: policyArn }: FirewallBehind, flow: Flow): FirewallDecision {
  const policy = policyOf(network, place, policyArn);
  if (policy.value === undefined) {
    return { must: noTraffic, may: allTraffic(everyAddress[flow.family], flow.family), doubt: policy.doubt, reason: '' };
  }
  return decided(network, policy.place, arn, policy.value, flow);
}

function decided(network: Network, place: Place, arn: string, policy: FirewallPolicy, flow: Flow): FirewallDecision {
  const { family, source, traffic } = flow;
  const inspectsTls = policy.TLSInspectionConfigurationArn !== undefined;
  const of = (localPorts: View['localPorts']): Passage =>
    passageOnce(network, place, arn, policy, { family, local: source.addresses, localPorts, packets: 'sent' });
  const sure = common(traffic, of(ordinaryPort).must);
  const most = of(chosenPorts);
  const must = inspectsTls ? { ...sure, tcp: [] } : sure;
  const may = common(traffic, most.may);
  const [open, dropped] = [without(may, must), without(traffic, may)];
  return {
    must,
    may,
    doubt: isEmpty(open) ? undefined : doubtAbout(most.rules, open, inspectsTls && open.tcp.length > 0, arn),
    reason: isEmpty(dropped) ? '' : reasonOf(most.rules, dropped),
  };
}

interface Passage {
  readonly must: Traffic;
  readonly may: Traffic;
  /** In the order in which they are asked. */
  readonly rules: readonly Candidate<string>[];
}

const passages = new Remembered<Map<string, Passage>>();

/** Computed once for each sender, whatever it sends. */
function passageOnce(network: Network, place: Place, arn: string, policy: FirewallPolicy, view: View): Passage {
  const known = passages.of([network, place, policy, view.local, view.localPorts], () => new Map());
  const key = `${view.family} ${arn}`;
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = passage(network, place, arn, policy, view)));
  return answer;
}

function passage(network: Network, place: Place, arn: string, policy: FirewallPolicy, view: View): Passage {
  const everything = allTraffic(everyAddress[view.family], view.family);
  const rules = statelessRules(network, place, policy, view);
  const out = firstMatch(rules, statelessActions, everything);
  const back = firstMatch(statelessRules(network, place, policy, { ...view, packets: 'returned' }), statelessActions, everything);
  const stateful = statefulDecision(network, place, arn, policy, view);
  const forwarded = common(out.must.forward, stateful.must);
  const oneWay = unite(out.must.pass, forwarded);
  // TCP lives by its replies, which meet the stateless rules on their own, and the stateful ones only if those forward both directions.
  const answered = unite(common(out.must.pass, back.must.pass), common(forwarded, back.must.forward));
  return {
    must: { ...oneWay, tcp: answered.tcp },
    may: unite(out.may.pass, common(out.may.forward, stateful.may)),
    rules: [...rules, ...stateful.rules],
  };
}

/** The failed read, if there is one; otherwise the first rule of which nobody can say what it does to this traffic. */
function doubtAbout(rules: readonly Candidate<string>[], open: Traffic, inspectsTls: boolean, arn: string): Doubt {
  const touches = ({ match }: Candidate<string>): boolean => !isEmpty(common(match.may, open));
  const unread = rules.find((rule) => rule.doubt?.gap !== undefined && touches(rule));
  const unclear =
    unread ?? rules.find((rule) => (rule.actions.length > 1 || !sameTraffic(rule.match.must, rule.match.may)) && touches(rule));
  if (unclear?.doubt !== undefined) return unclear.doubt;
  if (inspectsTls) return rulesDoubt(arn, `what ${arn} finds inside of TLS`);
  return rulesDoubt(arn, `whether the rules of ${arn} let replies pass`);
}

/** At most this many rules are named. */
const named = 3;

/** The rules that drop it, each by what those before it have left. */
function reasonOf(rules: readonly Candidate<string>[], dropped: Traffic): string {
  const says = new Set<string>();
  let rest = dropped;
  for (const { actions, match, says: text } of rules) {
    if (isEmpty(rest)) break;
    if (!actions.includes('drop') || isEmpty(common(match.may, rest))) continue;
    if (says.size === named) return `${[...says].join('; ')} and more`;
    says.add(text);
    rest = without(rest, match.must);
  }
  return [...says].join('; ');
}
