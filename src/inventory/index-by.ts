const cache = new WeakMap<readonly unknown[], Map<string, Map<string, unknown>>>();

/**
 * The rows of a section by the value of one field, built once per list however often it is asked for.
 *
 * @param field a field that identifies a row, such as `SubnetId`; rows without it are left out, of two alike the first stays
 */
export function indexBy<T extends object>(rows: readonly T[], field: keyof T & string): ReadonlyMap<string, T> {
  let indexes = cache.get(rows);
  if (indexes === undefined) cache.set(rows, (indexes = new Map()));
  let index = indexes.get(field) as Map<string, T> | undefined;
  if (index === undefined) {
    index = new Map();
    for (const row of rows) {
      const key = row[field];
      if (typeof key === 'string' && !index.has(key)) index.set(key, row);
    }
    indexes.set(field, index);
  }
  return index;
}
