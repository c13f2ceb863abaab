import type { Fact } from '../inventory/fact.ts';

/**
 * Is there such a row, as far as anybody can tell? Also true where the section could not be read to its end: what was not read may hold one,
 * so that only a complete section without such a row saves a call.
 */
export function mayHold<T>(fact: Fact<Iterable<T>>, test: (row: T) => boolean): boolean {
  if (!fact.known) return true;
  for (const row of fact.value) if (test(row)) return true;
  return false;
}
