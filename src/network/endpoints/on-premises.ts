import type { PathStep } from '../../core/path-step.ts';
import type { Doubt } from '../doubt.ts';
import type { Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { privateBeyond } from '../private-beyond.ts';
import { toAddresses } from '../reach.ts';
import { blockerKey } from '../walk.ts';

/** The ways from a subnet to networks outside AWS. */
export interface OnPremises {
  /** Ways that lead there, by the gateway at their end. */
  readonly ways: readonly { readonly id: string; readonly path: readonly PathStep[] }[];
  /** Routes to a gateway of such networks that take traffic nowhere. */
  readonly dead: readonly { readonly step: PathStep; readonly path: readonly PathStep[] }[];
  /** Why there may be others. */
  readonly doubts: readonly Doubt[];
}

/** Gateways that lead out of a VPC towards other networks of the customer's, as a route step names its target. */
const outward = /→ (?:vgw|tgw|lgw)-/;

/**
 * By which virtual private gateway, VPN, Direct Connect or the like a subnet is joined to networks outside AWS. Who comes from there is not asked:
 * the groups of the origin are left out.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpn-connections.html
 */
export function onPremisesOf(network: Network, origin: Origin): OnPremises {
  const beyond = privateBeyond(network, origin.place, origin.vpcId);
  const ignore = new Set([blockerKey('SECURITY_GROUP', { kind: 'security-group', id: origin.groupIds.join(', '), detail: '' })]);
  const { pieces } = toAddresses(network, origin, 4, beyond, { ignore });
  const ways = new Map<string, readonly PathStep[]>();
  const dead = new Map<string, { readonly step: PathStep; readonly path: readonly PathStep[] }>();
  const doubts: Doubt[] = [];
  for (const piece of pieces) {
    if (piece.verdict === 'undecided') {
      const outside = piece.doubts.filter(({ code }) => code === 'ON_PREM');
      for (const { object } of outside) ways.set(object, ways.get(object) ?? piece.path());
      if (outside.length === 0) doubts.push(...piece.doubts.filter(({ code }) => code !== 'ADDRESS_UNKNOWN'));
    } else if (piece.verdict === 'blocked' && piece.blocker.code === 'BLACKHOLE') {
      const path = piece.path();
      const taken = path.findLast(({ kind, detail }) => kind === 'route' && outward.test(detail));
      if (taken !== undefined) dead.set(`${taken.id} ${taken.detail}`, { step: taken, path });
    }
  }
  return { ways: [...ways].map(([id, path]) => ({ id, path })), dead: [...dead.values()], doubts };
}
