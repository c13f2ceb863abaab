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
export const otherProtocols: { readonly [F in IpFamily]: IntervalSet } = { 4: protocolsBeside(4), 6: protocolsBeside(6) };

function protocolsBeside(family: IpFamily): IntervalSet {
  const named = [protocolNumbers.tcp, protocolNumbers.udp, protocolNumbers.icmp[family]];
  return subtractValues([{ first: 0, last: 255 }], valuesOf(named.map((number) => ({ first: number, last: number }))));
}

const everything: { readonly [F in IpFamily]: WeakMap<AddressSet, Traffic> } = { 4: new WeakMap(), 6: new WeakMap() };

/** Everything to and from these addresses: for the same addresses the same traffic. */
export function allTraffic(addresses: AddressSet, family: IpFamily): Traffic {
  let traffic = everything[family].get(addresses);
  if (traffic === undefined) everything[family].set(addresses, (traffic = allOf(addresses, family)));
  return traffic;
}

function allOf(addresses: AddressSet, family: IpFamily): Traffic {
  return trafficOf(addresses, { tcp: everyValue, udp: everyValue, icmp: everyValue, other: otherProtocols[family] });
}

/** Everything to and from these addresses with these values of each kind. */
export function trafficOf(addresses: AddressSet, values: { readonly [K in TrafficKind]: IntervalSet }): Traffic {
  const tcp = areaOf(addresses, values.tcp);
  // One area for kinds that are alike, by which operations see that they are.
  const udp = values.udp === values.tcp ? tcp : areaOf(addresses, values.udp);
  const icmp = values.icmp === values.tcp ? tcp : areaOf(addresses, values.icmp);
  return { tcp, udp, icmp, other: areaOf(addresses, values.other) };
}

/** The packets in one set or the other. @throws TooComplex, as every operation here */
export function unite(a: Traffic, b: Traffic): Traffic {
  return byKind(a, b, uniteAreas);
}

/** The packets in any of the sets. */
export function uniteAll(sets: readonly Traffic[]): Traffic {
  if (sets.length === 1) return sets[0] as Traffic;
  const of = (kind: TrafficKind): Area => uniteAllAreas(sets.map((set) => set[kind]));
  return { tcp: of('tcp'), udp: of('udp'), icmp: of('icmp'), other: of('other') };
}

/** The packets in both sets. */
export function common(a: Traffic, b: Traffic): Traffic {
  return byKind(a, b, intersectAreas);
}

/** The packets of the first set that are not in the second. */
export function without(a: Traffic, b: Traffic): Traffic {
  return byKind(a, b, subtractAreas);
}

/** The packets to and from these addresses only. */
export function onlyAddresses(traffic: Traffic, addresses: AddressSet): Traffic {
  return addresses.length === 0 || isEmpty(traffic) ? noTraffic : common(traffic, anythingAt(addresses));
}

/** The packets to and from any other address than these. */
export function exceptAddresses(traffic: Traffic, addresses: AddressSet): Traffic {
  return addresses.length === 0 || isEmpty(traffic) ? traffic : without(traffic, anythingAt(addresses));
}

const anything = new WeakMap<AddressSet, Traffic>();

/** With any value at all: remembered, for the blocks of subnets and routes are asked about again and again. */
function anythingAt(addresses: AddressSet): Traffic {
  let traffic = anything.get(addresses);
  if (traffic === undefined) {
    traffic = trafficOf(addresses, { tcp: everyValue, udp: everyValue, icmp: everyValue, other: everyProtocol });
    anything.set(addresses, traffic);
  }
  return traffic;
}

/** The packets with one of these values of each kind, whatever their address. */
export function onlyValues(traffic: Traffic, values: { readonly [K in TrafficKind]: IntervalSet }, family: IpFamily): Traffic {
  return common(traffic, trafficOf(everyAddress[family], values));
}

/** Is there no packet in the set? */
export function isEmpty({ tcp, udp, icmp, other }: Traffic): boolean {
  return tcp.length + udp.length + icmp.length + other.length === 0;
}

/** Do both sets hold the same packets? */
export function sameTraffic(a: Traffic, b: Traffic): boolean {
  return trafficKinds.every((kind) => sameArea(a[kind], b[kind]));
}

/** Every address that some packet of the set goes to or comes from. */
export function remoteAddresses(traffic: Traffic): AddressSet {
  const areas = new Set([traffic.tcp, traffic.udp, traffic.icmp, traffic.other].filter((area) => area.length > 0));
  const sets = [...areas].map(addressesOf);
  return sets.length === 1 ? (sets[0] as AddressSet) : union(sets.flat());
}

const everyProtocol: IntervalSet = [{ first: 0, last: 255 }];

/**
 * An operation on each kind of two sets. Most rules treat several kinds alike, so that one answer serves for them; and where nothing changes, the
 * first set itself is the answer.
 */
function byKind(a: Traffic, b: Traffic, operation: (left: Area, right: Area) => Area): Traffic {
  const tcp = operation(a.tcp, b.tcp);
  const udp = a.udp === a.tcp && b.udp === b.tcp ? tcp : operation(a.udp, b.udp);
  const icmp = a.icmp === a.tcp && b.icmp === b.tcp ? tcp : operation(a.icmp, b.icmp);
  const other = operation(a.other, b.other);
  return tcp === a.tcp && udp === a.udp && icmp === a.icmp && other === a.other ? a : { tcp, udp, icmp, other };
}
