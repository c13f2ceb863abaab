/** Whole numbers from first to last, both included. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/** A set of whole numbers: intervals in ascending order that neither overlap nor touch, so that equal sets look alike. */
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

/** The numbers in one set or the other. */
export function uniteValues(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return valuesOf([...a, ...b]);
}

/** The numbers in both sets. */
export function intersectValues(a: IntervalSet, b: IntervalSet): IntervalSet {
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i] as Interval, b[j] as Interval];
    const [first, last] = [Math.max(left.first, right.first), Math.min(left.last, right.last)];
    if (first <= last) common.push({ first, last });
    if (left.last < right.last) i += 1;
    else j += 1;
  }
  return common;
}

/** The numbers of the first set that are not in the second. */
export function subtractValues(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0 || b.length === 0) return a;
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
  return rest;
}

/** Do both sets hold the same numbers? */
export function sameValues(a: IntervalSet, b: IntervalSet): boolean {
  return a === b || (a.length === b.length && a.every(({ first, last }, at) => first === b[at]?.first && last === b[at]?.last));
}

/** Is the number in the set? */
export function hasValue(set: IntervalSet, value: number): boolean {
  return set.some(({ first, last }) => first <= value && value <= last);
}
