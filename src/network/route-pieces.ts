import type { Fact } from '../inventory/fact.ts';
import type { RouteTable } from '../inventory/sections/route-tables.ts';
import { parseCidr, subtract, union, type AddressSet, type Cidr, type IpFamily } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { cidrsOfEntries, type EntriesOf } from './prefix-list-entries.ts';
import { exceptAddresses, isEmpty, onlyAddresses, type Traffic } from './traffic.ts';

export type Route = NonNullable<RouteTable['Routes']>[number];

/** The part of the traffic that one route takes. */
export interface RoutePiece {
  readonly route: Route;
  /** Its place in the table's Routes. */
  readonly index: number;
  /** A CIDR block, or the id of a prefix list. */
  readonly destination: string;
  readonly traffic: Traffic;
  /** Why it may be another route that takes it; undefined where it is this one for certain. */
  readonly doubt: Doubt | undefined;
}

/** How a route table divides traffic. The pieces without doubt do not overlap. */
export interface RoutePieces {
  readonly pieces: readonly RoutePiece[];
  /** What no route takes. */
  readonly unrouted: Traffic;
  /** Why some of `unrouted` may have a route after all. */
  readonly doubt: Doubt | undefined;
}

/** Never forwarded, whatever the routes say. https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html */
const neverForwarded: { readonly [F in IpFamily]: AddressSet } = {
  4: rangesOf(['169.254.168.0/22']),
  6: rangesOf(['fd00:ec2::/32']),
};

interface Claim {
  readonly route: Route;
  readonly index: number;
  readonly destination: string;
  readonly cidr: Cidr;
  readonly rank: number;
}

/** Where prefixes are equal: a static route before a prefix list's, and that before a propagated one. */
const ranks = { block: 0, list: 1, propagated: 2 } as const;

/** The part of the address space that one route takes. */
export interface RouteClaim {
  readonly route: Route;
  readonly index: number;
  readonly destination: string;
  readonly addresses: AddressSet;
  readonly doubt: Doubt | undefined;
}

/** How a route table divides the address space of one family. */
export interface RoutePartition {
  readonly claims: readonly RouteClaim[];
  /** What some route takes for certain. */
  readonly taken: AddressSet;
  /** Why more may be taken. */
  readonly doubt: Doubt | undefined;
}

/**
 * Divides all addresses among the routes of a table: the longest prefix wins, also where its target is gone. What a virtual private gateway
 * propagates takes nothing from the local route, however long its prefix.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
export function routePartition(table: RouteTable, family: IpFamily, entriesOf: EntriesOf): RoutePartition {
  const tableId = table.RouteTableId ?? '';
  if (table.Routes === undefined) {
    const doubt: Doubt = { code: 'UNREADABLE', object: tableId, settledBy: `the routes of ${tableId}`, gap: undefined };
    return { claims: [], taken: [], doubt };
  }
  const claims: Claim[] = [];
  const unread: { readonly route: Route; readonly index: number; readonly destination: string; readonly doubt: Doubt }[] = [];
  for (const [index, route] of table.Routes.entries()) {
    const destination = destinationOf(route);
    const blocks = blocksOf(destination, tableId, entriesOf);
    if ('doubt' in blocks) unread.push({ route, index, destination, doubt: blocks.doubt });
    else
      claims.push(
        ...blocks.cidrs.filter((cidr) => cidr.family === family).map((cidr) => ({ route, index, destination, cidr, rank: rankOf(route) })),
      );
  }
  claims.sort((a, b) => b.cidr.prefix - a.cidr.prefix || a.rank - b.rank || a.index - b.index);

  // A list whose blocks nobody knows may take any destination from any other route, and give one to what has none.
  const doubt = unread[0]?.doubt;
  const forwarded = subtract(everyAddress[family], neverForwarded[family]);
  const divided: RouteClaim[] = unread.map((entry) => ({ ...entry, addresses: forwarded }));
  const lists = claims.filter(({ rank }) => rank === ranks.list);
  const local = claims.filter(({ route }) => route.GatewayId === 'local').map(({ cidr }) => cidr);
  let taken: AddressSet = neverForwarded[family];
  for (const claim of claims) {
    const { route, index, destination, cidr } = claim;
    const own = route.Origin === 'EnableVgwRoutePropagation' ? subtract([cidr], union(local)) : [cidr];
    const addresses = subtract(own, taken);
    taken = union([...taken, ...own]);
    if (addresses.length === 0) continue;
    const contenders = claim.rank === ranks.list ? lists.filter((other) => rivals(claim, other)) : [];
    if (contenders.length === 0) {
      divided.push({ route, index, destination, addresses, doubt });
      continue;
    }
    const either: Doubt = {
      code: 'UNREADABLE',
      object: tableId,
      settledBy: `which of ${[destination, ...contenders.map((other) => other.destination)].join(' and ')} AWS has chosen`,
      gap: undefined,
    };
    divided.push({ route, index, destination, addresses, doubt: either });
    divided.push(
      ...contenders.map((other) => ({ route: other.route, index: other.index, destination: other.destination, addresses, doubt: either })),
    );
  }
  return { claims: divided, taken: subtract(taken, neverForwarded[family]), doubt };
}

/**
 * Divides traffic by its destination among the routes of a table.
 *
 * @throws TooComplex
 */
export function routePieces(table: RouteTable, traffic: Traffic, family: IpFamily, entriesOf: EntriesOf): RoutePieces {
  return dividedBy(routePartition(table, family, entriesOf), traffic);
}

/** Traffic as a partition of the address space divides it. @throws TooComplex */
export function dividedBy({ claims, taken, doubt }: RoutePartition, traffic: Traffic): RoutePieces {
  const pieces: RoutePiece[] = [];
  for (const claim of claims) {
    const taking = onlyAddresses(traffic, claim.addresses);
    if (isEmpty(taking)) continue;
    const { route, index, destination, doubt: why } = claim;
    pieces.push({ route, index, destination, traffic: taking, doubt: why });
  }
  return { pieces, unrouted: exceptAddresses(traffic, taken), doubt };
}

/**
 * Does another prefix list with another target hold the block as well? AWS then chooses one, by no rule that it tells.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
function rivals(claim: Claim, other: Claim): boolean {
  return (
    claim.rank === ranks.list &&
    other.rank === ranks.list &&
    claim.index !== other.index &&
    other.cidr.first <= claim.cidr.first &&
    claim.cidr.last <= other.cidr.last &&
    targetOf(claim.route) !== targetOf(other.route)
  );
}

/** The id or ARN that a route leads to; undefined for a kind of target that this version does not know. */
export function targetOf(route: Route): string | undefined {
  return (
    route.GatewayId ??
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.VpcPeeringConnectionId ??
    route.NetworkInterfaceId ??
    route.EgressOnlyInternetGatewayId ??
    route.CarrierGatewayId ??
    route.LocalGatewayId ??
    route.CoreNetworkArn ??
    route.OdbNetworkArn
  );
}

function rankOf(route: Route): number {
  if (route.Origin === 'EnableVgwRoutePropagation' || route.Origin === 'Advertisement') return ranks.propagated;
  return route.DestinationPrefixListId === undefined ? ranks.block : ranks.list;
}

/** A CIDR block, or the id of a prefix list. */
export function destinationOf(route: Route): string {
  return route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
}

function blocksOf(
  destination: string,
  tableId: string,
  entriesOf: EntriesOf,
): { readonly cidrs: readonly Cidr[] } | { readonly doubt: Doubt } {
  if (!destination.startsWith('pl-')) {
    const cidr = parseCidr(destination);
    if (cidr !== undefined) return { cidrs: [cidr] };
    return { doubt: { code: 'UNREADABLE', object: tableId, settledBy: `what the destination ${destination} means`, gap: undefined } };
  }
  const entries: Fact<readonly string[] | undefined> = entriesOf(destination);
  const doubt: Doubt = {
    code: 'UNKNOWN_PREFIX_LIST',
    object: destination,
    settledBy: `the entries of ${destination}`,
    gap: entries.known ? undefined : entries.gap,
  };
  if (!entries.known) return { doubt };
  const cidrs = entries.value === undefined ? undefined : cidrsOfEntries(entries.value);
  return cidrs === undefined ? { doubt } : { cidrs };
}

function rangesOf(blocks: readonly string[]): AddressSet {
  return union(blocks.flatMap((block) => parseCidr(block) ?? []));
}
