import type { Described } from '../inventory/described.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';

/** What the rows of a section name, each once and in order; with the section's gap where it was not read to its end. */
export function namedInRows<T>(fact: Fact<Iterable<T>>, names: (row: T) => Iterable<string | undefined>): Fact<readonly string[]> {
  const found = new Set<string>();
  for (const row of rowsToName(fact)) for (const name of names(row)) if (name !== undefined) found.add(name);
  const sorted = [...found].sort();
  return fact.known ? known(sorted) : missing(fact.gap, sorted);
}

/** The same for what only descriptions name: one that is missing may have named more. */
export function namedInDetails<D>(
  fact: Fact<Iterable<Described<unknown, D>>>,
  names: (detail: D) => Iterable<string | undefined>,
): Fact<readonly string[]> {
  const named = namedInRows(fact, ({ detail }) => (detail.known ? names(detail.value) : []));
  if (!named.known) return named;
  for (const { detail } of rowsToName(fact)) if (!detail.known) return missing(detail.gap, named.value);
  return named;
}

/** Names as rows of a section that holds nothing else of what it describes. */
export function asRows<const K extends string>(named: Fact<readonly string[]>, member: K): Fact<readonly { readonly [M in K]: string }[]> {
  // A computed key is any string to the compiler.
  const rows = [...rowsToName(named)].map((name) => ({ [member]: name }) as { readonly [M in K]: string });
  return named.known ? known(rows) : missing(named.gap, rows);
}
