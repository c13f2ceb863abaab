/** Large enough that the number of writes does not matter, small enough that a report is never held as a whole. */
const batchSize = 64 * 1024;

/** The same text in fewer pieces. */
export function* batches(pieces: Iterable<string>): Generator<string, void> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length >= batchSize) {
      yield batch;
      batch = '';
    }
  }
  if (batch !== '') yield batch;
}
