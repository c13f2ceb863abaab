import type { AddressRange, AddressSet } from './address-set.ts';
import {
  hasValue,
  intersectValues,
  noValues,
  sameValues,
  subtractValues,
  uniteValues,
  type Interval,
  type IntervalSet,
} from './interval-set.ts';

/** Addresses, and the values that go with each of them: ports, ICMP types or protocol numbers. */
export interface Slab extends AddressRange {
  readonly values: IntervalSet;
}

/**
 * A set of pairs (address, value): slabs in ascending order that do not overlap, none without values, neighbours with equal values made one.
 * So equal sets look alike.
 */
export type Area = readonly Slab[];

/** The set that holds nothing. */
export const noArea: Area = [];

/** Thrown where a set would fall into more pieces than can be worked with; the answer is then undecided, not wrong and not late. */
export class TooComplex extends Error {
  constructor() {
    super(`the rules divide the address space into more than ${mostSlabs} pieces`);
    this.name = 'TooComplex';
  }
}

/** A thousand rules with blocks and ports of their own stay well below. */
const mostSlabs = 20_000;

/** Every pair of one of these addresses and one of these values. */
export function areaOf(addresses: AddressSet, values: IntervalSet): Area {
  return values.length === 0 ? noArea : addresses.map(({ first, last }) => ({ first, last, values }));
}

/** The pairs in one set or the other. @throws TooComplex */
export function uniteAreas(a: Area, b: Area): Area {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return combine(a, b, uniteValues);
}

/** The pairs in both sets. @throws TooComplex */
export function intersectAreas(a: Area, b: Area): Area {
  return a.length === 0 || b.length === 0 ? noArea : combine(a, b, intersectValues);
}

/** The pairs of the first set that are not in the second. @throws TooComplex */
export function subtractAreas(a: Area, b: Area): Area {
  return a.length === 0 || b.length === 0 ? a : combine(a, b, subtractValues);
}

/** The union of many, which costs far less than one after the other. @throws TooComplex */
export function uniteAllAreas(areas: readonly Area[]): Area {
  if (areas.length <= 1) return areas[0] ?? noArea;
  const half = areas.length >> 1;
  return uniteAreas(uniteAllAreas(areas.slice(0, half)), uniteAllAreas(areas.slice(half)));
}

/** Do both sets hold the same pairs? */
export function sameArea(a: Area, b: Area): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((slab, at) => {
        const other = b[at] as Slab;
        return slab.first === other.first && slab.last === other.last && sameValues(slab.values, other.values);
      }))
  );
}

/** Is the pair in the set? */
export function inArea(area: Area, address: bigint, value: number): boolean {
  const slab = area.find(({ first, last }) => first <= address && address <= last);
  return slab !== undefined && hasValue(slab.values, value);
}

/** The addresses that go with any value at all. */
export function addressesOf(area: Area): AddressSet {
  const ranges: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of area) {
    const previous = ranges.at(-1);
    if (previous !== undefined && previous.last + 1n === first) previous.last = last;
    else ranges.push({ first, last });
  }
  return ranges;
}

/** Walks both sets from address to address, and asks of every stretch on which neither changes what is to stand there. */
function combine(a: Area, b: Area, operation: (left: IntervalSet, right: IntervalSet) => IntervalSet): Area {
  const result: { first: bigint; last: bigint; values: readonly Interval[] }[] = [];
  let [i, j] = [0, 0];
  let [left, right] = [a[0], b[0]];
  while (left !== undefined || right !== undefined) {
    const first = left === undefined ? (right as Slab).first : right === undefined || left.first < right.first ? left.first : right.first;
    const [inLeft, inRight] = [left?.first === first, right?.first === first];
    const endLeft = left === undefined ? undefined : inLeft ? left.last : left.first - 1n;
    const endRight = right === undefined ? undefined : inRight ? right.last : right.first - 1n;
    const last = endLeft === undefined ? (endRight as bigint) : endRight === undefined || endLeft < endRight ? endLeft : endRight;

    const values = operation(inLeft ? (left as Slab).values : noValues, inRight ? (right as Slab).values : noValues);
    const previous = result.at(-1);
    if (values.length > 0) {
      if (previous !== undefined && previous.last + 1n === first && sameValues(previous.values, values)) previous.last = last;
      else if (result.push({ first, last, values }) > mostSlabs) throw new TooComplex();
    }
    if (inLeft) left = (left as Slab).last === last ? a[(i += 1)] : { ...(left as Slab), first: last + 1n };
    if (inRight) right = (right as Slab).last === last ? b[(j += 1)] : { ...(right as Slab), first: last + 1n };
  }
  return result;
}
