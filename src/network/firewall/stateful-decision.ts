import { everyAddress } from '../every-address.ts';
import type { Network, Place } from '../network.ts';
import { allTraffic, common, noTraffic, unite, uniteAll, without, type Traffic } from '../traffic.ts';
import { firstMatch, type Candidate } from './first-match.ts';
import type { View } from './header-match.ts';
import { rulesDoubt, type FirewallPolicy } from './policy-rows.ts';
import { ruleOrder, statefulActions, statefulRules, type StatefulAction } from './stateful-rules.ts';

/** What the stateful engine lets pass: at least, at most, and the rules that decided, the default last. */
export interface StatefulDecision {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly rules: readonly Candidate<StatefulAction>[];
  /** What may be matched by no rule, and so gets the default. */
  readonly unmatched: Traffic;
}

/**
 * What the stateful engine lets pass of flows that the sender opens.
 *
 * Once a rule passes a flow, its replies pass as well. Where none does and the default lets it pass, its replies are asked for on their own: a
 * rule that drops what comes back ends a TCP connection, and one that passes it opens one whose handshake the default has left alone.
 *
 * @throws TooComplex
 */
export function statefulDecision(
  network: Network,
  place: Place,
  firewallArn: string,
  policy: FirewallPolicy,
  view: View,
): StatefulDecision {
  const everything = allTraffic(everyAddress[view.family], view.family);
  const rules = statefulRules(network, place, firewallArn, policy, view);
  const back = statefulRules(network, place, firewallArn, policy, { ...view, packets: 'returned' });
  const defaults = defaultRules(policy, firewallArn, view);
  const own = firstMatch(rules, statefulActions, everything);
  const all = firstMatch([...rules, ...defaults.rules], statefulActions, everything);
  const backDropped = may(back, 'drop');
  const byDefault = without(all.must.pass, own.must.pass);
  const handshaken = defaults.leavesHandshake ? onlyTcp(common(own.rest, may(back, 'pass'))) : noTraffic;
  return {
    must: unite(own.must.pass, without(byDefault, onlyTcp(backDropped))),
    may: unite(all.may.pass, handshaken),
    rules: [...rules, ...defaults.rules],
    unmatched: own.rest,
  };
}

function may(rules: readonly Candidate<StatefulAction>[], action: StatefulAction): Traffic {
  return uniteAll([noTraffic, ...rules.filter((rule) => rule.actions.includes(action) && !rule.evadable).map(({ match }) => match.may)]);
}

function onlyTcp({ tcp }: Traffic): Traffic {
  return { ...noTraffic, tcp };
}

interface Defaults {
  readonly rules: readonly Candidate<StatefulAction>[];
  /** Does it let connections be made, and drops what is then sent over them? */
  readonly leavesHandshake: boolean;
}

/**
 * What becomes of what no rule matches: it passes, unless a default action of the strict order drops it. What drops established connections
 * drops all packets of protocols without connections; what looks at the application layer is not said to.
 * https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
 */
function defaultRules(policy: FirewallPolicy, arn: string, { family }: View): Defaults {
  const everything = allTraffic(everyAddress[family], family);
  const rule = (traffic: Traffic, actions: readonly StatefulAction[], says: string): Candidate<StatefulAction> => ({
    match: { must: traffic, may: traffic },
    actions,
    evadable: false,
    says,
    object: arn,
    doubt: actions.length === 1 ? undefined : rulesDoubt(arn, `what ${says} does`),
  });
  if (ruleOrder(policy) !== 'strict') return { rules: [rule(everything, ['pass'], 'no rule drops it')], leavesHandshake: false };
  const actions = policy.StatefulDefaultActions ?? [];
  if (actions.includes('aws:drop_strict'))
    return { rules: [rule(everything, ['drop'], 'no rule passes it (aws:drop_strict)')], leavesHandshake: false };
  if (actions.includes('aws:drop_established'))
    return { rules: [rule(everything, ['drop'], 'no rule passes it (aws:drop_established)')], leavesHandshake: true };
  const byLayer = actions.find((action) => action.startsWith('aws:drop_established_app_layer'));
  if (byLayer !== undefined) {
    const { tcp, ...connectionless } = everything;
    return {
      rules: [
        rule({ ...noTraffic, tcp }, ['drop'], `no rule passes it (${byLayer})`),
        rule({ ...connectionless, tcp: [] }, statefulActions, `${byLayer} to what is not TCP`),
      ],
      leavesHandshake: true,
    };
  }
  const strange = actions.find((action) => !action.startsWith('aws:alert_'));
  if (strange !== undefined) return { rules: [rule(everything, statefulActions, `the default action ${strange}`)], leavesHandshake: false };
  return { rules: [rule(everything, ['pass'], 'no rule drops it')], leavesHandshake: false };
}
