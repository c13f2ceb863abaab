import type { PathStep } from '../core/path-step.ts';
import type { AddressSet, IpFamily } from './address-set.ts';
import { addressesOf, areaOf, intersectAreas, noArea, sameArea, type Area } from './area.ts';
import type { Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { blocked, narrowed, type BlockedPiece, type Flow, type Replies, type RepliesOf, type ReplyQuality } from './flow.ts';
import { intersectValues, subtractValues, type IntervalSet } from './interval-set.ts';
import { isEmpty, onlyAddresses, without, type Traffic } from './traffic.ts';

/** The workload's own code chooses its port, and as root any of them. */
const workloadPorts: IntervalSet = [{ first: 1, last: 65_535 }];

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
const gatewayPorts: IntervalSet = [{ first: 1024, last: 65_535 }];

/** What Linux takes by itself: net.ipv4.ip_local_port_range. */
const ordinaryPorts: IntervalSet = [{ first: 32_768, last: 60_999 }];

/** Nothing has stopped a reply yet. */
export function allReplies(family: IpFamily, sender: 'workload' | 'gateway'): Replies {
  const area = areaOf(everyAddress[family], sender === 'workload' ? workloadPorts : gatewayPorts);
  const all: RepliesOf = { tcp: area, udp: area };
  return { must: all, may: all, stoppedBy: undefined, doubt: undefined };
}

/**
 * Only the replies that also pass here.
 *
 * @param step what stops the others
 * @param doubt why `may` holds more than `must`, where it does
 */
export function narrowReplies(replies: Replies, must: RepliesOf, may: RepliesOf, step: PathStep, doubt: Doubt | undefined): Replies {
  const next = { must: both(replies.must, must), may: both(replies.may, may) };
  const same = (which: 'must' | 'may', kind: 'tcp' | 'udp'): boolean => sameArea(next[which][kind], replies[which][kind]);
  const narrower = !same('must', 'tcp') || !same('must', 'udp') || !same('may', 'tcp') || !same('may', 'udp');
  if (!narrower) return replies;
  // What takes the last of them for certain is what stops them, also behind a doubt.
  const last = next.may.tcp.length === 0 && replies.may.tcp.length > 0;
  return { ...next, stoppedBy: last ? step : (replies.stoppedBy ?? step), doubt: replies.doubt ?? doubt };
}

/** No reply comes back: for certain, or, where there is a doubt, perhaps. */
export function noReplies(replies: Replies, step: PathStep, doubt?: Doubt): Replies {
  const none: RepliesOf = { tcp: noArea, udp: noArea };
  return narrowReplies(replies, none, doubt === undefined ? none : replies.may, step, doubt);
}

function both(a: RepliesOf, b: RepliesOf): RepliesOf {
  return { tcp: intersectAreas(a.tcp, b.tcp), udp: intersectAreas(a.udp, b.udp) };
}

/**
 * Settles which of the flow lives without replies, at its end or at a gateway that keeps state: TCP needs them; UDP, ICMP and the protocols
 * without ports carry data one way.
 *
 * @param sender whose ports the replies of this stretch go to
 */
export function settleReplies(
  flow: Flow,
  sender: 'workload' | 'gateway',
): { readonly passed: readonly Flow[]; readonly stopped: readonly BlockedPiece[] } {
  const { must, may, stoppedBy, doubt } = flow.replies;
  if (stoppedBy === undefined) return { passed: [flow], stopped: [] };
  const passed: Flow[] = [];
  const stopped: BlockedPiece[] = [];
  const { tcp, udp, icmp, other } = flow.traffic;
  const only = (kinds: Partial<Traffic>): Traffic => ({ tcp: noArea, udp: noArea, icmp: noArea, other: noArea, ...kinds });
  const add = (traffic: Traffic, quality: ReplyQuality, doubts: readonly Doubt[] = []): void => {
    if (!isEmpty(traffic)) passed.push({ ...narrowed(flow, traffic, doubts), quality: worse(flow.quality, quality) });
  };

  const certain = byQuality(must.tcp, sender);
  let rest = only({ tcp });
  for (const [quality, addresses] of certain) {
    add(onlyAddresses(rest, addresses), quality);
    rest = onlyRest(rest, addresses);
  }
  const perhaps = onlyAddresses(rest, addressesOf(may.tcp));
  if (!isEmpty(perhaps) && doubt !== undefined) add(perhaps, 'intermittent', [doubt]);
  const lost = doubt === undefined ? rest : without(rest, perhaps);
  if (!isEmpty(lost)) {
    const code = stoppedBy.kind === 'network-acl-entry' ? 'NETWORK_ACL_RETURN' : 'NO_RETURN_ROUTE';
    stopped.push(blocked(flow, code, stoppedBy, lost));
  }

  const answered = addressesOf(must.udp);
  add(onlyAddresses(only({ udp }), answered), 'full');
  add(onlyRest(only({ udp }), answered), 'one-way');
  add(only({ icmp, other }), 'full');
  return { passed, stopped };
}

function onlyRest(traffic: Traffic, addresses: AddressSet): Traffic {
  const inside = onlyAddresses(traffic, addresses);
  return without(traffic, inside);
}

/** The remote addresses by how well their replies get back. */
function byQuality(area: Area, sender: 'workload' | 'gateway'): readonly (readonly [ReplyQuality, AddressSet])[] {
  const usual = sender === 'workload' ? ordinaryPorts : gatewayPorts;
  const of: Record<Exclude<ReplyQuality, 'one-way'>, { first: bigint; last: bigint }[]> = { full: [], intermittent: [], 'odd-ports': [] };
  for (const { first, last, values } of area) {
    const covered = subtractValues(usual, values).length === 0;
    const some = intersectValues(usual, values).length > 0;
    of[covered ? 'full' : some ? 'intermittent' : 'odd-ports'].push({ first, last });
  }
  return [
    ['full', of.full],
    ['intermittent', of.intermittent],
    ['odd-ports', of['odd-ports']],
  ];
}

const order: readonly ReplyQuality[] = ['full', 'intermittent', 'odd-ports', 'one-way'];

function worse(a: ReplyQuality, b: ReplyQuality): ReplyQuality {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
