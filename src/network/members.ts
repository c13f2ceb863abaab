import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import type { SecurityGroup } from '../inventory/sections/security-groups.ts';
import { parseAddress, subtract, union, type AddressRange, type AddressSet, type IpFamily } from './address-set.ts';
import { unread, type Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { find } from './found.ts';
import { idOf } from './ids.ts';
import { internet } from './internet.ts';
import { listed, type Network, type Place } from './network.ts';
import type { GroupPair, Members } from './security-group-traffic.ts';
import type { Destination } from './walk.ts';

const nobody: Members = { must: [], may: [], doubt: undefined };

/**
 * The private addresses behind a reference in an egress rule: of the interfaces, and of the destinations asked about, that carry the group.
 *
 * A reference to another VPC's group works over an active peering in the same Region; over a transit gateway egress rules know none.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
 */
export function membersOf(
  { network, destinations }: { readonly network: Network; readonly destinations: readonly Destination[] },
  place: Place,
  family: IpFamily,
): (pair: GroupPair, group: SecurityGroup) => Members {
  return (pair, group) => {
    const groupId = pair.GroupId ?? '';
    const peered = pair.VpcPeeringConnectionId !== undefined;
    if (isStale(pair)) return nobody;
    const together = peered || group.VpcId === undefined ? { known: true } : sharesVpc(network, place, pair, group);
    if ('known' in together && !together.known) return nobody;
    const asked = destinations.filter(({ groupIds }) => groupIds.includes(groupId)).flatMap(({ addresses }) => addresses);
    const carried = carrierAddresses(network, groupId, family);
    const must = asked.length === 0 ? carried : union([...asked, ...carried]);
    const fact = place.facts.networkInterfaces;
    const doubt = fact.known ? undefined : unread(`the interfaces that carry ${groupId}`, fact.gap);
    const may = doubt === undefined ? must : union([...must, ...privateSpace[family]]);
    if (!('known' in together)) return { must: [], may, doubt: together };
    return { must, may, doubt };
  };
}

/**
 * Does a reference go over a peering connection that is no more? It stays among the rules and matches nobody.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html#vpc-peering-stale-groups
 */
export function isStale({ VpcPeeringConnectionId, PeeringStatus }: GroupPair): boolean {
  return VpcPeeringConnectionId !== undefined && PeeringStatus !== undefined && PeeringStatus !== 'active';
}

/**
 * Where members of a group can be at most: references match private addresses. IPv6 knows no private ones, and so anything.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 */
const privateSpace: { readonly [F in IpFamily]: AddressSet } = { 4: subtract(everyAddress[4], internet[4]), 6: everyAddress[6] };

/**
 * Are both groups usable in one VPC: their own, or by an association? A doubt where an answer is missing that may say so.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html
 */
function sharesVpc(network: Network, place: Place, pair: GroupPair, group: SecurityGroup): { readonly known: boolean } | Doubt {
  const groupId = pair.GroupId ?? '';
  const found = find({ network, from: place, owner: pair.UserId }, 'securityGroups', idOf.securityGroups, groupId);
  const home = pair.VpcId ?? found.value?.VpcId;
  if (home !== undefined && home === group.VpcId) return { known: true };
  const usable = (id: string | undefined): readonly string[] =>
    network.places
      .flatMap((each) => listed(each, 'securityGroupVpcAssociations'))
      .filter(({ GroupId, State }) => GroupId === id && State === 'associated')
      .flatMap(({ VpcId }) => VpcId ?? []);
  const first = new Set([...usable(group.GroupId), ...(group.VpcId === undefined ? [] : [group.VpcId])]);
  if ([...usable(groupId), ...(home === undefined ? [] : [home])].some((id) => first.has(id))) return { known: true };
  if (home === undefined) return found.doubt ?? { code: 'UNREADABLE', object: groupId, settledBy: `the VPC of ${groupId}`, gap: undefined };
  const fact = place.facts.securityGroupVpcAssociations;
  return fact.known ? { known: false } : unread(`the VPCs in which ${groupId} may be used`, fact.gap);
}

const carried = new WeakMap<Network, Map<string, AddressSet>>();

/** The addresses of all interfaces that were read and carry a group. */
export function carrierAddresses(network: Network, groupId: string, family: IpFamily): AddressSet {
  let known = carried.get(network);
  if (known === undefined) carried.set(network, (known = new Map()));
  const key = `${family} ${groupId}`;
  let addresses = known.get(key);
  if (addresses === undefined) {
    const interfaces = network.places.flatMap((place) => byGroup(listed(place, 'networkInterfaces')).get(groupId) ?? []);
    known.set(key, (addresses = union(interfaces.flatMap((each) => addressesOfInterface(each, family)))));
  }
  return addresses;
}

const own: { readonly [F in IpFamily]: WeakMap<NetworkInterface, AddressSet> } = { 4: new WeakMap(), 6: new WeakMap() };

/** The private IPv4 addresses of an interface, or its IPv6 ones, with delegated prefixes: the same set whenever they are asked for. */
export function addressesOfInterface(each: NetworkInterface, family: IpFamily): AddressSet {
  let addresses = own[family].get(each);
  if (addresses === undefined) own[family].set(each, (addresses = union(rangesOf(each, family))));
  return addresses;
}

function rangesOf(
  { PrivateIpAddresses, Ipv6Addresses, Ipv4Prefixes, Ipv6Prefixes }: NetworkInterface,
  family: IpFamily,
): readonly AddressRange[] {
  const single =
    family === 4 ? (PrivateIpAddresses ?? []).map((each) => each.PrivateIpAddress) : (Ipv6Addresses ?? []).map((each) => each.Ipv6Address);
  const blocks = family === 4 ? (Ipv4Prefixes ?? []).map((each) => each.Ipv4Prefix) : (Ipv6Prefixes ?? []).map((each) => each.Ipv6Prefix);
  return [...single, ...blocks].flatMap((text) => {
    const range = text === undefined ? undefined : parseAddress(text);
    return range?.family === family ? [{ first: range.first, last: range.last }] : [];
  });
}

const indexes = new WeakMap<object, ReadonlyMap<string, readonly NetworkInterface[]>>();

function byGroup(interfaces: readonly NetworkInterface[]): ReadonlyMap<string, readonly NetworkInterface[]> {
  let index = indexes.get(interfaces);
  if (index === undefined) {
    const made = new Map<string, NetworkInterface[]>();
    for (const each of interfaces) {
      for (const { GroupId } of each.Groups ?? []) if (GroupId !== undefined) made.set(GroupId, [...(made.get(GroupId) ?? []), each]);
    }
    indexes.set(interfaces, (index = made));
  }
  return index;
}

/** Groups of an interface or placement as rows; those that cannot be found are doubts. */
export function groupRows(
  network: Network,
  place: Place,
  ids: readonly string[],
): { readonly groups: readonly SecurityGroup[]; readonly doubts: readonly Doubt[] } {
  const groups: SecurityGroup[] = [];
  const doubts: Doubt[] = [];
  for (const id of ids) {
    const found = find({ network, from: place }, 'securityGroups', idOf.securityGroups, id);
    if (found.value === undefined) doubts.push(found.doubt);
    else groups.push(found.value);
  }
  return { groups, doubts };
}
