/** The known word that somebody most likely meant, if any comes near. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const near = known
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
    .filter((entry) => entry.distance <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near !== undefined) return near.candidate;
  return wanted.length < 3 ? undefined : known.find((candidate) => candidate.toLowerCase().includes(wanted));
}

/** `did you mean X?` where X is near, else what there is. */
export function suggestion(word: string, known: readonly string[], otherwise: string = `one of ${known.join(', ')}`): string {
  const meant = closest(word, known);
  return meant === undefined ? otherwise : `did you mean ${meant}?`;
}

/** Edits from one word to another: insert, delete, replace, or swap two neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, at(previous, j) + 1, at(current, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(before, j - 2) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
