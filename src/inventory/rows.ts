import type { Fact } from './fact.ts';

/**
 * What can be named of a section: all of it, or what was read before it failed. Never to be used to conclude that something is absent.
 */
export function rowsToName<T>(fact: Fact<Iterable<T>>): Iterable<T> {
  return fact.known ? fact.value : (fact.partial ?? []);
}
