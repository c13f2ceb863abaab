import { parseCidr, type AddressSet } from '../address-set.ts';
import type { Area } from '../area.ts';
import type { Flow, Trail } from '../flow.ts';
import { everyValue, onlyAddresses, onlyValues, type Traffic } from '../traffic.ts';

/** The well-known prefix: the last 32 bits are an IPv4 address. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
const prefix = parseCidr('64:ff9b::/96');

/** The addresses behind which NAT64 stands. */
export const nat64Addresses: AddressSet = prefix === undefined ? [] : [{ first: prefix.first, last: prefix.last }];

/** ICMPv6 echo becomes ICMP echo; other messages are not opened by a sender. RFC 7915. */
const echo6 = 128 * 256;
const echo4 = 8 * 256;

/** What NAT64 can carry: TCP, UDP and echo requests to the well-known prefix. */
export function translatable(traffic: Traffic): Traffic {
  const echo = [{ first: echo6, last: echo6 }];
  return onlyValues(onlyAddresses(traffic, nat64Addresses), { tcp: everyValue, udp: everyValue, icmp: echo, other: [] }, 6);
}

/** The IPv4 traffic that a NAT gateway makes of the IPv6 traffic to the well-known prefix. */
export function toIpv4(flow: Flow): Flow {
  const { tcp, udp, icmp } = translatable(flow.traffic);
  const traffic: Traffic = { tcp: shifted(tcp), udp: shifted(udp), icmp: only(shifted(icmp), echo4), other: [] };
  const trail = flow.trail.map(
    (steps): Trail =>
      (final) =>
        steps(backToIpv6(final)),
  );
  return { ...flow, family: 4, traffic, trail, translated: true };
}

/** What the hops before the translation saw of it. */
export function backToIpv6({ tcp, udp, icmp }: Traffic): Traffic {
  return { tcp: shifted(tcp, -1n), udp: shifted(udp, -1n), icmp: only(shifted(icmp, -1n), echo6), other: [] };
}

function shifted(area: Area, sign: 1n | -1n = 1n): Area {
  const base = sign * (nat64Addresses[0]?.first ?? 0n);
  return area.map(({ first, last, values }) => ({ first: first - base, last: last - base, values }));
}

/** The same addresses with one kind of message, since no other gets over. */
function only(area: Area, message: number): Area {
  return area.map(({ first, last }) => ({ first, last, values: [{ first: message, last: message }] }));
}
