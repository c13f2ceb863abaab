import type { PathStep } from '../core/path-step.ts';
import type { TracePiece, TraceTraffic } from '../core/trace-report.ts';
import { cidrsOf } from '../network/address-text.ts';
import { intersect, sizeOf, type AddressSet, type IpFamily } from '../network/address-set.ts';
import type { Piece } from '../network/flow.ts';
import { internet } from '../network/internet.ts';
import type { IntervalSet } from '../network/interval-set.ts';
import { remoteAddresses, trafficKinds, type Traffic, type TrafficKind } from '../network/traffic.ts';

/** A piece of an answer as a report tells it. */
export function tracePiece(piece: Piece, origin: string): TracePiece {
  const { family, traffic } = piece;
  const addresses = remoteAddresses(traffic);
  return {
    verdict: piece.verdict,
    origin,
    traffic: trafficRows(traffic, family),
    shareOfInternet: share(intersect(addresses, internet[family]), family),
    reply: piece.verdict === 'reachable' ? piece.reply : null,
    path: fullPath(piece),
    blockedBy:
      piece.verdict === 'blocked' ? { code: piece.blocker.code, object: piece.blocker.step.id, detail: piece.blocker.step.detail } : null,
    undecidedBy:
      piece.verdict === 'undecided'
        ? piece.doubts.map(({ code, object, settledBy, gap }) => ({ code, object, needs: settledBy, operation: gap?.operation ?? null }))
        : [],
  };
}

/** The hops, and at their end what decides: the way out, the blocker, or what is not known. */
export function fullPath(piece: Piece): readonly PathStep[] {
  const path = piece.path();
  if (piece.verdict === 'blocked') return [...path, { ...piece.blocker.step, kind: `blocked-by-${piece.blocker.step.kind}` }];
  if (piece.verdict === 'undecided') {
    return [
      ...path,
      ...piece.doubts.map(({ code, object, settledBy }) => ({ kind: 'undecided', id: object, detail: `${code}: needs ${settledBy}` })),
    ];
  }
  return piece.sink.kind === 'internet' ? [...path, { kind: 'internet', id: 'internet', detail: `IPv${piece.family}` }] : path;
}

function share(addresses: AddressSet, family: IpFamily): number {
  // Six digits are enough, and IPv6 has more addresses than a number can count.
  return Number((sizeOf(addresses) * 1_000_000n) / sizeOf(internet[family])) / 1_000_000;
}

/** Addresses that go with equal ports are one row. */
function trafficRows(traffic: Traffic, family: IpFamily): readonly TraceTraffic[] {
  return trafficKinds.flatMap((kind) => {
    const byPorts = new Map<string, { first: bigint; last: bigint }[]>();
    for (const { first, last, values } of traffic[kind]) {
      const ports = portsOf(kind, values);
      const ranges = byPorts.get(ports) ?? [];
      byPorts.set(ports, ranges);
      const previous = ranges.at(-1);
      if (previous !== undefined && previous.last + 1n === first) previous.last = last;
      else ranges.push({ first, last });
    }
    return [...byPorts].map(([ports, ranges]) => ({ protocol: kind, remote: cidrsOf(ranges, family), ports }));
  });
}

function portsOf(kind: TrafficKind, values: IntervalSet): string {
  return values.map(({ first, last }) => (first === last ? text(kind, first) : `${text(kind, first)}-${text(kind, last)}`)).join(',');
}

/** ICMP values are a type and a code. */
function text(kind: TrafficKind, value: number): string {
  return kind === 'icmp' ? `${value >> 8}/${value & 255}` : String(value);
}
