import type { AddressRange, AddressSet } from './address-set.ts';
import { hasValue, intersectValues, sameValues, subtractValues, uniteValues, type IntervalSet } from './interval-set.ts';

/** Addresses, and the values that go with each of them: ports, ICMP types or protocol numbers. */
export interface Slab extends AddressRange {
  readonly values: IntervalSet;
}

/**
 * A set of pairs (address, value): slabs in ascending order that do not overlap, none without values, neighbours with equal values made one.
 * So equal sets look alike. Operations give a set that they were given back where it is the answer, and always the one empty set.
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
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const result: Slab[] = [];
  let [i, j] = [0, 0];
  // What is left of the first slab of each.
  let [left, right] = [a[0], b[0]];
  while (left !== undefined && right !== undefined) {
    if (left.last < right.first) {
      append(result, left);
      left = a[(i += 1)];
    } else if (right.last < left.first) {
      append(result, right);
      right = b[(j += 1)];
    } else if (left.first < right.first) {
      append(result, part(left, left.first, right.first - 1n));
      left = part(left, right.first, left.last);
    } else if (right.first < left.first) {
      append(result, part(right, right.first, left.first - 1n));
      right = part(right, left.first, right.last);
    } else {
      const { first } = left;
      const last: bigint = left.last < right.last ? left.last : right.last;
      append(result, { first, last, values: uniteValues(left.values, right.values) });
      const [endLeft, endRight]: [bigint, bigint] = [left.last, right.last];
      left = endLeft === last ? a[(i += 1)] : part(left, last + 1n, endLeft);
      right = endRight === last ? b[(j += 1)] : part(right, last + 1n, endRight);
    }
  }
  for (; left !== undefined; left = a[(i += 1)]) append(result, left);
  for (; right !== undefined; right = b[(j += 1)]) append(result, right);
  return sameArea(result, a) ? a : sameArea(result, b) ? b : result;
}

/** The pairs in both sets. @throws TooComplex */
export function intersectAreas(a: Area, b: Area): Area {
  if (a === b || a.length === 0) return a;
  const result: Slab[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] as Slab;
    const right = b[j] as Slab;
    if (left.last < right.first) i += 1;
    else if (right.last < left.first) j += 1;
    else {
      const first = left.first < right.first ? right.first : left.first;
      const last = left.last < right.last ? left.last : right.last;
      append(result, { first, last, values: intersectValues(left.values, right.values) });
      if (left.last === last) i += 1;
      if (right.last === last) j += 1;
    }
  }
  return sameArea(result, a) ? a : sameArea(result, b) ? b : result;
}

/** The pairs of the first set that are not in the second. @throws TooComplex */
export function subtractAreas(a: Area, b: Area): Area {
  if (a.length === 0 || b.length === 0) return a;
  if (a === b) return noArea;
  const result: Slab[] = [];
  let j = 0;
  for (const left of a) {
    while (j < b.length && (b[j] as Slab).last < left.first) j += 1;
    let rest: Slab | undefined = left;
    for (let k = j; rest !== undefined && k < b.length && (b[k] as Slab).first <= rest.last; k += 1) {
      const hole = b[k] as Slab;
      if (rest.first < hole.first) append(result, part(rest, rest.first, hole.first - 1n));
      const first = rest.first < hole.first ? hole.first : rest.first;
      const last: bigint = rest.last < hole.last ? rest.last : hole.last;
      append(result, { first, last, values: subtractValues(rest.values, hole.values) });
      rest = last === rest.last ? undefined : part(rest, last + 1n, rest.last);
    }
    if (rest !== undefined) append(result, rest);
  }
  return sameArea(result, a) ? a : result;
}

/** The union of many, which costs far less than one after the other. @throws TooComplex */
export function uniteAllAreas(areas: readonly Area[]): Area {
  if (areas.length <= 1) return areas[0] ?? noArea;
  const half = areas.length >> 1;
  return uniteAreas(uniteAllAreas(areas.slice(0, half)), uniteAllAreas(areas.slice(half)));
}

/** Do both sets hold the same pairs? */
export function sameArea(a: Area, b: Area): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const slab = a[at] as Slab;
    const other = b[at] as Slab;
    if (slab !== other && !(slab.first === other.first && slab.last === other.last && sameValues(slab.values, other.values))) return false;
  }
  return true;
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

/** The same values at other addresses. */
function part({ values }: Slab, first: bigint, last: bigint): Slab {
  return { first, last, values };
}

/** Adds the next slab of a set, as one with the slab before where nothing lies between them and nothing tells them apart. @throws TooComplex */
function append(result: Slab[], slab: Slab): void {
  if (slab.values.length === 0) return;
  const previous = result.at(-1);
  if (previous !== undefined && sameValues(previous.values, slab.values) && previous.last + 1n === slab.first) {
    result[result.length - 1] = part(previous, previous.first, slab.last);
  } else if (result.push(slab) > mostSlabs) throw new TooComplex();
}
