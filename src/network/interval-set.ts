/** Whole numbers from first to last, both included. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/**
 * A set of whole numbers: intervals in ascending order that neither overlap nor touch, so that equal sets look alike. Operations give a set that
 * they were given back where it is the answer: what has not changed is then seen without looking at it.
 */
export type IntervalSet = readonly Interval[];

/** The set that holds nothing. */
export const noValues: IntervalSet = [];

/** All numbers that are in any of the intervals, in whatever order they come. */
export function valuesOf(intervals: Iterable<Interval>): IntervalSet {
  const sorted = [...intervals].filter(({ first, last }) => first <= last).sort((a, b) => a.first - b.first);
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of sorted) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous.last + 1) previous.last = Math.max(previous.last, last);
    else merged.push({ first, last });
  }
  return merged;
}

/** The numbers in one set or the other; one of the sets itself where it holds the other. */
export function uniteValues(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const all = valuesOf([...a, ...b]);
  return sameValues(all, a) ? a : sameValues(all, b) ? b : all;
}

/** The numbers in both sets; one of the sets itself where the other holds it. */
export function intersectValues(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b || a.length === 0) return a;
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] as Interval;
    const right = b[j] as Interval;
    const first = left.first > right.first ? left.first : right.first;
    const last = left.last < right.last ? left.last : right.last;
    if (first <= last) common.push({ first, last });
    if (left.last < right.last) i += 1;
    else j += 1;
  }
  return sameValues(common, a) ? a : sameValues(common, b) ? b : common;
}

/** The numbers of the first set that are not in the second; the first itself where they have none in common. */
export function subtractValues(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0 || b.length === 0) return a;
  if (a === b) return noValues;
  const rest: Interval[] = [];
  let j = 0;
  for (const { first, last } of a) {
    let from = first;
    while (j < b.length && (b[j] as Interval).last < from) j += 1;
    for (let k = j; k < b.length && (b[k] as Interval).first <= last; k += 1) {
      const hole = b[k] as Interval;
      if (hole.first > from) rest.push({ first: from, last: hole.first - 1 });
      from = hole.last + 1;
    }
    if (from <= last) rest.push({ first: from, last });
  }
  return sameValues(rest, a) ? a : rest;
}

/** Do both sets hold the same numbers? */
export function sameValues(a: IntervalSet, b: IntervalSet): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const left = a[at] as Interval;
    const right = b[at] as Interval;
    if (left.first !== right.first || left.last !== right.last) return false;
  }
  return true;
}

/** Is the number in the set? */
export function hasValue(set: IntervalSet, value: number): boolean {
  return set.some(({ first, last }) => first <= value && value <= last);
}
