/**
 * What `make` makes, for walking again and again: kept from the first whole walk where it is little, made anew each time where it is not.
 *
 * @param make gives the same elements whenever it is called
 * @param most how many elements may be kept
 */
export function repeatable<T>(make: () => Iterable<T>, most: number): Iterable<T> {
  let kept: readonly T[] | undefined;
  let tooMany = false;
  return {
    *[Symbol.iterator]() {
      if (kept !== undefined) {
        yield* kept;
        return;
      }
      const seen: T[] = [];
      for (const element of make()) {
        if (!tooMany && seen.push(element) > most) {
          tooMany = true;
          // Held to the end of the walk otherwise, beside all that passes by.
          seen.length = 0;
        }
        yield element;
      }
      // Not reached by a walk that was broken off.
      if (!tooMany) kept = seen;
    },
  };
}
