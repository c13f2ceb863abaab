/** Something that has its place in an order. */
export interface Placed<T> {
  readonly item: T;
  /** False where nobody can say which of several comes first. */
  readonly sure: boolean;
}

/**
 * Things by ascending priority. AWS wants priorities to be unique: of those that share one, and of those without one, the place is not known.
 * Those without come first, so that nothing is decided before they are asked.
 */
export function inOrder<T>(items: readonly T[], priorityOf: (item: T) => number | undefined): readonly Placed<T>[] {
  const seen = new Map<number | undefined, number>();
  for (const item of items) seen.set(priorityOf(item), (seen.get(priorityOf(item)) ?? 0) + 1);
  return [...items]
    .sort((a, b) => (priorityOf(a) ?? -Infinity) - (priorityOf(b) ?? -Infinity) || 0)
    .map((item) => ({ item, sure: items.length === 1 || (priorityOf(item) !== undefined && seen.get(priorityOf(item)) === 1) }));
}
