import type { AddressSet, IpFamily } from './address-set.ts';
import { addressesOf, areaOf, intersectAreas, noArea, sameArea, subtractAreas, uniteAllAreas, uniteAreas, type Area } from './area.ts';
import { union } from './address-set.ts';
import { everyAddress } from './every-address.ts';
import { subtractValues, valuesOf, type IntervalSet } from './interval-set.ts';

/** Kinds of traffic that rules tell apart. `icmp` is ICMP in IPv4 and ICMPv6 in IPv6; every further protocol is `other`. */
export const trafficKinds = ['tcp', 'udp', 'icmp', 'other'] as const;

export type TrafficKind = (typeof trafficKinds)[number];

/**
 * A set of packets by their remote address, protocol and port, in one address family.
 *
 * The values of each kind: for `tcp` and `udp` the port at the far end of a flow that the workload opens, and at its own end of a flow that is
 * opened to it; for `icmp` type × 256 + code; for `other` the protocol's number.
 */
export type Traffic = { readonly [K in TrafficKind]: Area };

/** The set that holds nothing. */
export const noTraffic: Traffic = { tcp: noArea, udp: noArea, icmp: noArea, other: noArea };

/** Every port, and every pair of an ICMP type and code. */
export const everyValue: IntervalSet = [{ first: 0, last: 65_535 }];

/** https://www.iana.org/assignments/protocol-numbers */
export const protocolNumbers = { tcp: 6, udp: 17, icmp: { 4: 1, 6: 58 } } as const;

/** The numbers of all protocols that are neither TCP nor UDP nor the family's ICMP. */
export function otherProtocols(family: IpFamily): IntervalSet {
  const named = [protocolNumbers.tcp, protocolNumbers.udp, protocolNumbers.icmp[family]];
  return subtractValues([{ first: 0, last: 255 }], valuesOf(named.map((number) => ({ first: number, last: number }))));
}

/** Everything to and from these addresses. */
export function allTraffic(addresses: AddressSet, family: IpFamily): Traffic {
  const ported = areaOf(addresses, everyValue);
  return { tcp: ported, udp: ported, icmp: ported, other: areaOf(addresses, otherProtocols(family)) };
}

/** The packets in one set or the other. @throws TooComplex, as every operation here */
export function unite(a: Traffic, b: Traffic): Traffic {
  return each((kind) => uniteAreas(a[kind], b[kind]));
}

/** The packets in any of the sets. */
export function uniteAll(sets: readonly Traffic[]): Traffic {
  return each((kind) => uniteAllAreas(sets.map((set) => set[kind])));
}

/** The packets in both sets. */
export function common(a: Traffic, b: Traffic): Traffic {
  return each((kind) => intersectAreas(a[kind], b[kind]));
}

/** The packets of the first set that are not in the second. */
export function without(a: Traffic, b: Traffic): Traffic {
  return each((kind) => subtractAreas(a[kind], b[kind]));
}

/** The packets to and from these addresses only. */
export function onlyAddresses(traffic: Traffic, addresses: AddressSet): Traffic {
  return each((kind) =>
    traffic[kind].length === 0 ? noArea : intersectAreas(traffic[kind], areaOf(addresses, kind === 'other' ? everyProtocol : everyValue)),
  );
}

/** The packets with one of these values of each kind, whatever their address. */
export function onlyValues(traffic: Traffic, values: { readonly [K in TrafficKind]: IntervalSet }, family: IpFamily): Traffic {
  return each((kind) => intersectAreas(traffic[kind], areaOf(everyAddress[family], values[kind])));
}

/** Is there no packet in the set? */
export function isEmpty(traffic: Traffic): boolean {
  return trafficKinds.every((kind) => traffic[kind].length === 0);
}

/** Do both sets hold the same packets? */
export function sameTraffic(a: Traffic, b: Traffic): boolean {
  return trafficKinds.every((kind) => sameArea(a[kind], b[kind]));
}

/** Every address that some packet of the set goes to or comes from. */
export function remoteAddresses(traffic: Traffic): AddressSet {
  return union(trafficKinds.flatMap((kind) => addressesOf(traffic[kind])));
}

const everyProtocol: IntervalSet = [{ first: 0, last: 255 }];

function each(area: (kind: TrafficKind) => Area): Traffic {
  return { tcp: area('tcp'), udp: area('udp'), icmp: area('icmp'), other: area('other') };
}
