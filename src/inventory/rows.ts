import type { Fact } from './fact.ts';

/**
 * What can be named of a section: all of it, or what was read before it failed. Never to be used to conclude that something is absent.
 */
export function rowsToName<T>(fact: Fact<Iterable<T>>): Iterable<T> {
  return fact.known ? fact.value : (fact.partial ?? []);
}

/** How many rows there are, without a walk where they know it themselves. */
export function countOf(rows: Iterable<unknown>): number {
  if (Array.isArray(rows)) return rows.length;
  if ('size' in rows && typeof rows.size === 'number') return rows.size;
  let count = 0;
  for (const _ of rows) count += 1;
  return count;
}
