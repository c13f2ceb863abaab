import ipaddr from 'ipaddr.js';
import type { NetworkAcl } from '../../src/inventory/sections/network-acls.ts';
import type { RouteTable } from '../../src/inventory/sections/route-tables.ts';
import type { SecurityGroup } from '../../src/inventory/sections/security-groups.ts';

/**
 * What AWS does with one packet, as plainly as it can be written: a second opinion on the algebra of sets, sharing no code with it.
 */
export interface Packet {
  /** The address at the far end. */
  readonly remote: string;
  /** The number of the protocol. */
  readonly protocol: number;
  /** TCP and UDP: the destination port. */
  readonly port: number;
  /** ICMP only. */
  readonly type: number;
  readonly code: number;
}

const numbers: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** Is the address in the block? */
export function covers(block: string | undefined, address: string): boolean {
  if (block === undefined) return false;
  const [network, prefix] = ipaddr.parseCIDR(block);
  const remote = ipaddr.parse(address);
  return network.kind() === remote.kind() && remote.match(network, prefix);
}

function matchesPorts(packet: Packet, from: number | undefined, to: number | undefined): boolean {
  if (packet.protocol === 6 || packet.protocol === 17) {
    return (from ?? -1) === -1 ? true : (from ?? 0) <= packet.port && packet.port <= (to ?? 0);
  }
  if (packet.protocol === 1 || packet.protocol === 58) {
    return ((from ?? -1) === -1 || from === packet.type) && ((to ?? -1) === -1 || to === packet.code);
  }
  return true;
}

/** A rule for all protocols is one for all their ports, whatever it says of ports. */
export function matches(packet: Packet, protocol: string | undefined, from: number | undefined, to: number | undefined): boolean {
  if (protocol === '-1') return true;
  return (numbers[protocol ?? ''] ?? Number(protocol)) === packet.protocol && matchesPorts(packet, from, to);
}

/** Does any rule of any group let the packet pass? Lists and references are not looked at. */
export function groupsAdmit(groups: readonly SecurityGroup[], direction: 'IpPermissions' | 'IpPermissionsEgress', packet: Packet): boolean {
  return groups.some((group) =>
    (group[direction] ?? []).some(
      (rule) =>
        matches(packet, rule.IpProtocol, rule.FromPort, rule.ToPort) &&
        [...(rule.IpRanges ?? []).map((range) => range.CidrIp), ...(rule.Ipv6Ranges ?? []).map((range) => range.CidrIpv6)].some((block) =>
          covers(block, packet.remote),
        ),
    ),
  );
}

/** Does the ACL let the packet pass? The entry with the lowest number that matches decides. */
export function aclAdmits(acl: NetworkAcl, egress: boolean, packet: Packet): boolean {
  let best: { number: number; allow: boolean } | undefined;
  for (const entry of acl.Entries ?? []) {
    if (entry.Egress !== egress || !covers(entry.CidrBlock ?? entry.Ipv6CidrBlock, packet.remote)) continue;
    const icmp = packet.protocol === 1 || packet.protocol === 58;
    const [from, to] = icmp ? [entry.IcmpTypeCode?.Type, entry.IcmpTypeCode?.Code] : [entry.PortRange?.From, entry.PortRange?.To];
    if (!matches(packet, entry.Protocol, from, to)) continue;
    const number = entry.RuleNumber ?? 0;
    if (best === undefined || number < best.number) best = { number, allow: entry.RuleAction === 'allow' };
  }
  return best?.allow ?? false;
}

/** The place of the route that takes an address, by the longest prefix; undefined for none. No two routes may have the same block. */
export function routeOf(table: RouteTable, address: string): number | undefined {
  let best: { index: number; prefix: number } | undefined;
  for (const [index, route] of (table.Routes ?? []).entries()) {
    const block = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock;
    if (block === undefined || !covers(block, address)) continue;
    const prefix = Number(block.split('/')[1]);
    if (best === undefined || prefix > best.prefix) best = { index, prefix };
  }
  return best?.index;
}
