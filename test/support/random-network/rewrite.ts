import ipaddr from 'ipaddr.js';
import { waysOf, type Route } from '../naive/routes.ts';
import type { World } from '../naive/world.ts';
import { prefixList } from '../rows.ts';

/** The same world with every list of every answer in another order. */
export function shuffled(world: World, seed: number): World {
  let state = seed + 1;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const shuffle = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(shuffle);
      for (let at = items.length - 1; at > 0; at -= 1) {
        const other = next(at + 1);
        [items[at], items[other]] = [items[other], items[at]];
      }
      return items;
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shuffle(each)]));
  };
  return shuffle(world) as World;
}

/** Both halves of a block; the block itself where it has none. */
export function halves(block: string): readonly string[] {
  const [address, prefix] = ipaddr.parseCIDR(block);
  const bytes = address.toByteArray();
  if (prefix >= bytes.length * 8) return [block];
  const upper = bytes.map((byte, at) => (at === prefix >> 3 ? byte | (128 >> (prefix % 8)) : byte));
  return [bytes, upper].map((half) => `${ipaddr.fromByteArray(half).toString()}/${prefix + 1}`);
}

type Rule = NonNullable<World['securityGroups'][number]['IpPermissions']>[number];
type Entry = NonNullable<World['networkAcls'][number]['Entries']>[number];

/** The same world with every block of every rule, entry and route split into its halves, as far as that means the same. */
export function halved(world: World): World {
  const listed = new Set(
    world.prefixLists.flatMap(({ detail }) => (detail.known ? (detail.value.Entries ?? []).map(({ Cidr }) => Cidr) : [])),
  );
  const rule = (each: Rule): Rule => ({
    ...each,
    IpRanges: (each.IpRanges ?? []).flatMap(({ CidrIp }) => halves(CidrIp ?? '').map((half) => ({ CidrIp: half }))),
    Ipv6Ranges: (each.Ipv6Ranges ?? []).flatMap(({ CidrIpv6 }) => halves(CidrIpv6 ?? '').map((half) => ({ CidrIpv6: half }))),
  });
  const entry = (each: Entry): readonly Entry[] =>
    halves(each.CidrBlock ?? each.Ipv6CidrBlock ?? '').map((half, at) => ({
      ...each,
      RuleNumber: (each.RuleNumber ?? 0) * 2 + at,
      ...(each.CidrBlock === undefined ? { Ipv6CidrBlock: half } : { CidrBlock: half }),
    }));
  const route = (each: Route, all: readonly Route[]): readonly Route[] => {
    const others = new Set(waysOf({ Routes: all.filter((other) => other !== each) }).map((way) => way.block));
    const block = each.DestinationCidrBlock ?? each.DestinationIpv6CidrBlock;
    const parts = block === undefined ? [] : halves(block);
    // Beside a route, or a list, with the same block or with such a half, the halves would have another rank.
    if (parts.length < 2 || each.GatewayId === 'local' || [block, ...parts].some((half) => others.has(half) || listed.has(half)))
      return [each];
    return parts.map((half) => ({
      ...each,
      ...(each.DestinationCidrBlock === undefined ? { DestinationIpv6CidrBlock: half } : { DestinationCidrBlock: half }),
    }));
  };
  return {
    ...world,
    securityGroups: world.securityGroups.map((group) => ({
      ...group,
      IpPermissions: (group.IpPermissions ?? []).map(rule),
      IpPermissionsEgress: (group.IpPermissionsEgress ?? []).map(rule),
    })),
    networkAcls: world.networkAcls.map((acl) => ({ ...acl, Entries: (acl.Entries ?? []).flatMap(entry) })),
    routeTables: world.routeTables.map((table) => ({
      ...table,
      Routes: (table.Routes ?? []).flatMap((each) => route(each, table.Routes ?? [])),
    })),
  };
}

/** The same world with every block of every group, and one route of every table, moved into a prefix list of its own. */
export function inLists(world: World): World {
  const lists: World['prefixLists'][number][] = [];
  const listOf = (block: string): string => {
    const id = `pl-moved-${lists.length}`;
    lists.push(prefixList(id, [block]));
    return id;
  };
  const rule = (each: Rule): Rule => ({
    ...each,
    IpRanges: [],
    Ipv6Ranges: [],
    PrefixListIds: [
      ...(each.PrefixListIds ?? []),
      ...(each.IpRanges ?? []).map(({ CidrIp }) => ({ PrefixListId: listOf(CidrIp ?? '') })),
      ...(each.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => ({ PrefixListId: listOf(CidrIpv6 ?? '') })),
    ],
  });
  const routes = (all: readonly Route[]): readonly Route[] => {
    // Of two lists that overlap AWS does not say which it takes.
    if (waysOf({ Routes: all }).some(({ list }) => list !== undefined)) return all;
    const movable = all.find(({ Origin }) => Origin === 'CreateRoute');
    const block = movable?.DestinationCidrBlock ?? movable?.DestinationIpv6CidrBlock;
    if (movable === undefined || block === undefined) return all;
    const { DestinationCidrBlock: _4, DestinationIpv6CidrBlock: _6, ...rest } = movable;
    return all.map((each) => (each === movable ? { ...rest, DestinationPrefixListId: listOf(block) } : each));
  };
  const rows = {
    securityGroups: world.securityGroups.map((group) => ({
      ...group,
      IpPermissions: (group.IpPermissions ?? []).map(rule),
      IpPermissionsEgress: (group.IpPermissionsEgress ?? []).map(rule),
    })),
    routeTables: world.routeTables.map((table) => ({ ...table, Routes: routes(table.Routes ?? []) })),
  };
  return { ...world, ...rows, prefixLists: [...world.prefixLists, ...lists] };
}
