import { expect } from 'vitest';
import { parseAddress, type IpFamily } from '../../src/network/address-set.ts';
import { inArea } from '../../src/network/area.ts';
import type { Piece } from '../../src/network/flow.ts';
import { fromInternet } from '../../src/network/ingress.ts';
import type { TrafficKind } from '../../src/network/traffic.ts';
import { inventory, type Given } from './inventory.ts';
import { networkFrom, originIn } from './network.ts';

/** What the internet can open to eni-1, or to a workload in a subnet. */
export function ingressOf(given: Given, family: IpFamily = 4, at = 'eni-1'): readonly Piece[] {
  const network = networkFrom(inventory(given));
  return fromInternet(network, originIn(network, at, ['sg-1'], { dualStack: true }), family).pieces;
}

/** What becomes of one packet, such as `tcp 8.8.8.8 22`: how well it is answered, or what stops it, or why nobody knows. */
export function answerTo(pieces: readonly Piece[], packet: string): string {
  const [kind, address = '', number = '0'] = packet.split(' ') as [TrafficKind, string?, string?];
  const at = parseAddress(address)?.first ?? 0n;
  const found = pieces.filter((piece) => inArea(piece.traffic[kind], at, kind === 'icmp' ? Number(number) * 256 : Number(number)));
  expect(found, packet).toHaveLength(1);
  const [piece] = found;
  if (piece?.verdict === 'blocked') return piece.blocker.code;
  return piece?.verdict === 'undecided' ? `? ${piece.doubts.map(({ code }) => code).join(' ')}` : (piece?.reply ?? '');
}

/** The answers to all these packets. */
export function answersTo(pieces: readonly Piece[], packets: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(packets).map((packet) => [packet, answerTo(pieces, packet)]));
}
