import { unread } from '../doubt.ts';
import type { Found } from '../found.ts';
import { listed, type Network, type Place } from '../network.ts';

/** A firewall of AWS Network Firewall that stands behind an endpoint. */
export interface FirewallBehind {
  readonly arn: string;
  /** The ARN of its policy. */
  readonly policy: string;
}

/**
 * The firewall to which a Gateway Load Balancer endpoint belongs, by what the firewall says of its own endpoints.
 * https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Attachment.html
 *
 * @returns undefined where it is nobody's that was read: another appliance, or another account's firewall
 */
export function firewallOf(network: Network, from: Place, endpointId: string): Found<FirewallBehind> | undefined {
  for (const place of [from, ...network.places.filter((other) => other !== from)]) {
    for (const { detail } of listed(place, 'networkFirewalls')) {
      if (!detail.known) continue;
      const states = Object.values(detail.value.FirewallStatus?.SyncStates ?? {});
      if (!states.some(({ Attachment }) => Attachment?.EndpointId === endpointId)) continue;
      const { FirewallArn = '', FirewallPolicyArn = '' } = detail.value.Firewall ?? {};
      return { value: { arn: FirewallArn, policy: FirewallPolicyArn }, place };
    }
  }
  const fact = from.facts.networkFirewalls;
  if (!fact.known) return { doubt: unread(`the firewall behind ${endpointId}`, fact.gap) };
  const hidden = fact.value.find(({ detail }) => !detail.known);
  return hidden === undefined || hidden.detail.known
    ? undefined
    : { doubt: unread(`the firewall behind ${endpointId}`, hidden.detail.gap) };
}
