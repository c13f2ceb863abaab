import type { AddressSet } from './address-set.ts';
import { sizeOf } from './address-set.ts';
import { addressesOf, areaOf, intersectAreas, type Area } from './area.ts';
import { intersectValues, noValues, uniteValues, type IntervalSet } from './interval-set.ts';
import { everyValue } from './traffic.ts';

/** The values that go with every one of these addresses, and those that go with some of them. */
export interface PortsFrom {
  readonly each: IntervalSet;
  readonly some: IntervalSet;
}

const nothing: PortsFrom = { each: noValues, some: noValues };

const known = new WeakMap<Area, WeakMap<AddressSet, PortsFrom>>();

/** Turns an area around: from addresses that are given to the values that go with them. Computed once for the areas of rules. */
export function portsFrom(area: Area, addresses: AddressSet): PortsFrom {
  if (area.length === 0) return nothing;
  let byAddresses = known.get(area);
  if (byAddresses === undefined) known.set(area, (byAddresses = new WeakMap()));
  let ports = byAddresses.get(addresses);
  if (ports === undefined) byAddresses.set(addresses, (ports = turned(area, addresses)));
  return ports;
}

function turned(area: Area, addresses: AddressSet): PortsFrom {
  const own = intersectAreas(area, areaOf(addresses, everyValue));
  const some = own.reduce<IntervalSet>((sum, { values }) => uniteValues(sum, values), noValues);
  const [first, ...rest] = own;
  if (first === undefined || sizeOf(addressesOf(own)) < sizeOf(addresses)) return { each: noValues, some };
  return { each: rest.reduce<IntervalSet>((sum, { values }) => intersectValues(sum, values), first.values), some };
}
