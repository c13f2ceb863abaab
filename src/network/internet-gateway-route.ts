import { known, missing, need, type Fact } from '../inventory/fact.ts';
import type { RouteTable } from '../inventory/sections/route-tables.ts';
import { intersect, parseCidr, subtract, union, type AddressSet, type Cidr, type IpFamily } from './address-set.ts';
import { internet } from './internet.ts';
import type { EntriesOf } from './prefix-list-entries.ts';

type Route = NonNullable<RouteTable['Routes']>[number];

/** Whether a route table leads to an internet gateway, and by which route. */
export type InternetGatewayRoute =
  | ({ readonly kind: 'found' } & RouteEntry)
  | { readonly kind: 'none' }
  /** A route to an internet gateway of which AWS did not say enough: half a sentence about what is not known. */
  | { readonly kind: 'undecided'; readonly reason: string };

/** A route, where it stands in its table, and where it leads. */
export interface RouteEntry {
  readonly route: Route;
  readonly index: number;
  /** A CIDR block, or the id of a prefix list. */
  readonly destination: string;
}

/**
 * The first route that sends some public address straight to an internet gateway, after longest-prefix match.
 *
 * A gateway behind routes that are all more specific is never used; a blackhole still takes its range, since the lookup does not fall back to
 * a shorter prefix. A prefix list is as many routes as it has entries.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 *
 * @throws MissingFact where the answer hangs on a prefix list that could not be read
 */
export function internetGatewayRoute(table: RouteTable, entriesOf: EntriesOf): InternetGatewayRoute {
  if (table.Routes === undefined) return { kind: 'undecided', reason: `${table.RouteTableId} came without its routes` };
  const entries = table.Routes.map((route, index) => ({ route, index, destination: destinationOf(route) }));
  const blocks = entries.map((entry) => ({ entry, cidrs: blocksOf(entry.destination, entriesOf) }));
  for (const family of [4, 6] as const) {
    const found = longestPrefix(blocks, family);
    if (found !== undefined) return { kind: 'found', ...found };
  }
  const unsure = blocks.find(
    ({ entry, cidrs }) => mayReachInternetGateway(entry.route) && (!cidrs.known || cidrs.value === undefined || !isActive(entry.route)),
  );
  if (unsure === undefined) return { kind: 'none' };
  need(unsure.cidrs);
  const { destination, route } = unsure.entry;
  const what = isActive(route) ? 'those addresses are not known' : `its state ${String(route.State)} is not known to this version`;
  return { kind: 'undecided', reason: `${table.RouteTableId} sends ${destination} to ${route.GatewayId}, and ${what}` };
}

/** The blocks behind a destination; `undefined` where they are not known. */
function blocksOf(destination: string, entriesOf: EntriesOf): Fact<readonly Cidr[] | undefined> {
  const listed = destination.startsWith('pl-') ? entriesOf(destination) : known([destination]);
  if (!listed.known) return missing(listed.gap);
  const cidrs = listed.value?.map(parseCidr);
  return known(cidrs?.every((cidr) => cidr !== undefined) === true ? cidrs : undefined);
}

function longestPrefix(
  routes: readonly { readonly entry: RouteEntry; readonly cidrs: Fact<readonly Cidr[] | undefined> }[],
  family: IpFamily,
): RouteEntry | undefined {
  const blocks = routes
    .flatMap(({ entry, cidrs }) => (cidrs.known ? (cidrs.value ?? []) : []).map((cidr) => ({ entry, cidr })))
    .filter(({ cidr }) => cidr.family === family)
    .sort((a, b) => b.cidr.prefix - a.cidr.prefix);
  let taken: AddressSet = [];
  for (const { entry, cidr } of blocks) {
    if (toInternetGateway(entry.route) && intersect(subtract([cidr], taken), internet[family]).length > 0) return entry;
    taken = union([...taken, cidr]);
  }
  return undefined;
}

function toInternetGateway(route: Route): boolean {
  return mayReachInternetGateway(route) && isActive(route);
}

/** A blackhole's target is gone, and a filtered route is not used; a state that nobody has heard of decides nothing. */
function mayReachInternetGateway(route: Route): boolean {
  return route.GatewayId?.startsWith('igw-') === true && route.State !== 'blackhole' && route.State !== 'filtered';
}

function isActive(route: Route): boolean {
  return route.State === 'active' || route.State === undefined;
}

function destinationOf(route: Route): string {
  return route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
}
