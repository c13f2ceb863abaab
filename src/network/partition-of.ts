import type { RouteTable } from '../inventory/sections/route-tables.ts';
import type { IpFamily } from './address-set.ts';
import type { Place } from './network.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { routePartition, type RoutePartition } from './route-pieces.ts';

const partitions = new WeakMap<object, WeakMap<RouteTable, Map<IpFamily, RoutePartition>>>();

/** Computed once for each table and family, as long as the prefix lists are the same. */
export function partitionOf(place: Place, table: RouteTable, family: IpFamily): RoutePartition {
  const lists = place.facts.prefixLists;
  let tables = partitions.get(lists);
  if (tables === undefined) partitions.set(lists, (tables = new WeakMap()));
  let byFamily = tables.get(table);
  if (byFamily === undefined) tables.set(table, (byFamily = new Map()));
  let partition = byFamily.get(family);
  if (partition === undefined) byFamily.set(family, (partition = routePartition(table, family, prefixListEntries(lists))));
  return partition;
}
