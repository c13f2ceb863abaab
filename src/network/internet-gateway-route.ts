import type { RouteTable } from '../inventory/sections/route-tables.ts';
import { intersect, parseCidr, subtract, union, type AddressRange, type AddressSet, type Cidr, type IpFamily } from './address-set.ts';
import { internet } from './internet.ts';

type Route = NonNullable<RouteTable['Routes']>[number];

/** Whether a route table leads to an internet gateway, and by which route. */
export type InternetGatewayRoute =
  | { readonly kind: 'found'; readonly route: Route; readonly destination: string; readonly index: number }
  | { readonly kind: 'none' }
  /** A route to an internet gateway whose destination is a prefix list that was not read, or that cannot be understood. */
  | { readonly kind: 'undecided'; readonly route: Route; readonly destination: string; readonly index: number };

/**
 * The first route that sends some public address straight to an internet gateway, after longest-prefix match.
 *
 * A gateway behind routes that are all more specific is never used; a blackhole still takes its range, since the lookup does not fall back to
 * a shorter prefix. https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function internetGatewayRoute(table: RouteTable): InternetGatewayRoute {
  const routes = (table.Routes ?? []).map((route, index) => ({ route, index, destination: destinationOf(route) }));
  for (const family of [4, 6] as const) {
    const found = longestPrefix(routes, family);
    if (found !== undefined) return { kind: 'found', ...found };
  }
  const unread = routes.find(({ route, destination }) => toInternetGateway(route) && parseCidr(destination) === undefined);
  return unread === undefined ? { kind: 'none' } : { kind: 'undecided', ...unread };
}

interface Entry {
  readonly route: Route;
  readonly index: number;
  readonly destination: string;
}

function longestPrefix(entries: readonly Entry[], family: IpFamily): Entry | undefined {
  const parsed = entries
    .map((entry) => ({ entry, cidr: parseCidr(entry.destination) }))
    .filter((candidate): candidate is { entry: Entry; cidr: Cidr } => candidate.cidr?.family === family)
    .sort((a, b) => b.cidr.prefix - a.cidr.prefix);
  let taken: AddressSet = [];
  for (const { entry, cidr } of parsed) {
    const range: AddressRange = { first: cidr.first, last: cidr.last };
    if (toInternetGateway(entry.route) && intersect(subtract([range], taken), internet[family]).length > 0) return entry;
    taken = union([...taken, range]);
  }
  return undefined;
}

function toInternetGateway(route: Route): boolean {
  return route.State === 'active' && route.GatewayId?.startsWith('igw-') === true;
}

function destinationOf(route: Route): string {
  return route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
}
