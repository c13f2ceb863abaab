type Key<T> = (row: T) => string | undefined;

const cache = new WeakMap<readonly unknown[], Map<Key<never>, ReadonlyMap<string, unknown>>>();

/**
 * The rows of a section by a key, built once per list and key function however often it is asked for.
 *
 * @param key a function that lives as long as the program, since it is what the index is remembered by; rows without a key are left out, of
 *   two alike the first stays
 */
export function indexBy<T>(rows: readonly T[], key: Key<T>): ReadonlyMap<string, T> {
  let indexes = cache.get(rows);
  if (indexes === undefined) cache.set(rows, (indexes = new Map()));
  let index = indexes.get(key) as ReadonlyMap<string, T> | undefined;
  if (index === undefined) indexes.set(key, (index = build(rows, key)));
  return index;
}

function build<T>(rows: readonly T[], key: Key<T>): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const row of rows) {
    const value = key(row);
    if (value !== undefined && !index.has(value)) index.set(value, row);
  }
  return index;
}
