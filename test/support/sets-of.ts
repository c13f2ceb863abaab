import type { Piece } from '../../src/network/flow.ts';
import { parseCidr } from '../../src/network/address-set.ts';
import { isEmpty, noTraffic, unite, uniteAll, without, type Traffic } from '../../src/network/traffic.ts';
import { holds } from './holds.ts';
import type { Packet } from './naive-network.ts';

/** What gets through, what does not, and what is undecided. */
export interface Sets {
  readonly reachable: Traffic;
  readonly blocked: Traffic;
  readonly undecided: Traffic;
}

/**
 * The three sets of an answer, by the addresses to which it was sent: also of what a NAT gateway has translated. Where it is not known whether
 * something is translated, both ways are told; the better one counts.
 */
export function setsOf(pieces: readonly Piece[]): Sets {
  const of = (verdict: Piece['verdict']): Traffic =>
    uniteAll([noTraffic, ...pieces.filter((piece) => piece.verdict === verdict).map((piece) => asSent(piece))]);
  const reachable = of('reachable');
  const undecided = without(of('undecided'), reachable);
  return { reachable, undecided, blocked: without(of('blocked'), unite(reachable, undecided)) };
}

/** The traffic of a piece as it set out: what was translated, behind 64:ff9b::/96, where only echo requests are carried of ICMP. */
export function asSent({ traffic, translated }: Piece): Traffic {
  if (!translated) return traffic;
  const base = parseCidr('64:ff9b::/96')?.first ?? 0n;
  const up = (area: Traffic['tcp']): Traffic['tcp'] =>
    area.map(({ first, last, values }) => ({ first: first + base, last: last + base, values }));
  const echo = [{ first: 128 * 256, last: 128 * 256 }];
  return { tcp: up(traffic.tcp), udp: up(traffic.udp), icmp: up(traffic.icmp).map((slab) => ({ ...slab, values: echo })), other: [] };
}

/** Is all of the first set in the second? */
export function within(part: Traffic, whole: Traffic): boolean {
  return isEmpty(without(part, whole));
}

/** What the answer says of one packet, also where it was translated on its way: the best that it says. */
export function pieceOf(pieces: readonly Piece[], packet: Packet, family: 4 | 6): Piece | undefined {
  const other = family === 6 ? asIpv4(packet) : undefined;
  const fitting = pieces.filter((piece) =>
    piece.translated ? other !== undefined && holds(piece.traffic, other, 4) : holds(piece.traffic, packet, family),
  );
  return (['reachable', 'undecided', 'blocked'] as const)
    .map((verdict) => fitting.find((piece) => piece.verdict === verdict))
    .find(Boolean);
}

/** The packet as a NAT gateway would make it of one to 64:ff9b::/96; undefined for any other. */
function asIpv4(packet: Packet): Packet | undefined {
  const [, tail] = packet.remote.split('64:ff9b::');
  if (tail === undefined || (packet.protocol === 58 && (packet.type !== 128 || packet.code !== 0))) return undefined;
  const [high = 0, low = 0] = tail.split(':').map((part) => Number.parseInt(part, 16));
  const remote = [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return packet.protocol === 58 ? { ...packet, remote, protocol: 1, type: 8 } : { ...packet, remote };
}
