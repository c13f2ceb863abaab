import type { Doubt } from '../doubt.ts';
import { everyAddress } from '../every-address.ts';
import type { Flow } from '../flow.ts';
import type { Network, Place } from '../network.ts';
import { allTraffic, noTraffic, type Traffic } from '../traffic.ts';
import type { FirewallBehind } from './firewall-of.ts';

/** What a firewall lets pass of a sender's traffic: at least, at most, and why these differ. */
export interface FirewallDecision {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly doubt: Doubt | undefined;
  /** What drops the rest. */
  readonly reason: string;
}

/** What the policy of a firewall decides by addresses, protocols and ports. */
export function firewallDecision(_network: Network, _place: Place, { arn }: FirewallBehind, flow: Flow): FirewallDecision {
  const doubt: Doubt = { code: 'FIREWALL_RULES', object: arn, settledBy: `what the rules of ${arn} let pass`, gap: undefined };
  return { must: noTraffic, may: allTraffic(everyAddress[flow.family], flow.family), doubt, reason: '' };
}
