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

/** Turns an area around: from addresses that are given to the values that go with them. */
export function portsFrom(area: Area, addresses: AddressSet): PortsFrom {
  const own = intersectAreas(area, areaOf(addresses, everyValue));
  const some = own.reduce<IntervalSet>((sum, { values }) => uniteValues(sum, values), noValues);
  const [first, ...rest] = own;
  if (first === undefined || sizeOf(addressesOf(own)) < sizeOf(addresses)) return { each: noValues, some };
  return { each: rest.reduce<IntervalSet>((sum, { values }) => intersectValues(sum, values), first.values), some };
}
