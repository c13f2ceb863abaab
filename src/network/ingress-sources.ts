import { intersect, parseCidr, union, type AddressSet } from './address-set.ts';
import { groupRows } from './members.ts';
import type { Network, Place } from './network.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import type { Origin } from './origin.ts';

/** Whom the inbound rules of some groups could admit, without asking for ports or ways: to see who is worth asking about. */
export interface IngressSources {
  /** Groups whose members are admitted. */
  readonly groupIds: ReadonlySet<string>;
  /** Addresses that are admitted, of both families. */
  readonly addresses: { readonly 4: AddressSet; readonly 6: AddressSet };
  /** Could anybody be admitted, since something could not be read? */
  readonly anybody: boolean;
}

export function ingressSources(network: Network, place: Place, groupIds: readonly string[]): IngressSources {
  const { groups, doubts } = groupRows(network, place, groupIds);
  const entriesOf = prefixListEntries(place.facts.prefixLists);
  const permissions = groups.flatMap(({ IpPermissions }) => IpPermissions ?? []);
  const lists = permissions.flatMap(({ PrefixListIds }) => (PrefixListIds ?? []).map(({ PrefixListId = '' }) => entriesOf(PrefixListId)));
  const texts = [
    ...permissions.flatMap(({ IpRanges }) => (IpRanges ?? []).map(({ CidrIp = '' }) => CidrIp)),
    ...permissions.flatMap(({ Ipv6Ranges }) => (Ipv6Ranges ?? []).map(({ CidrIpv6 = '' }) => CidrIpv6)),
    ...lists.flatMap((entries) => (entries.known ? (entries.value ?? []) : [])),
  ];
  const cidrs = texts.map(parseCidr);
  const unread =
    doubts.length > 0 ||
    groups.some(({ IpPermissions }) => IpPermissions === undefined) ||
    lists.some((entries) => !entries.known || entries.value === undefined) ||
    cidrs.includes(undefined);
  const of = (family: 4 | 6): AddressSet => union(cidrs.flatMap((cidr) => (cidr?.family === family ? [cidr] : [])));
  return {
    groupIds: new Set(permissions.flatMap(({ UserIdGroupPairs }) => (UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []))),
    addresses: { 4: of(4), 6: of(6) },
    anybody: unread,
  };
}

/** Could these rules admit this sender? */
export function couldAdmit({ groupIds, addresses, anybody }: IngressSources, sender: Pick<Origin, 'groupIds' | 'addresses'>): boolean {
  return (
    anybody ||
    sender.groupIds.some((id) => groupIds.has(id)) ||
    intersect(addresses[4], sender.addresses[4]).length > 0 ||
    intersect(addresses[6], sender.addresses[6]).length > 0
  );
}
