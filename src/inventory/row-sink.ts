/** Takes the rows of one section as they come, and gives them back, in their order, again and again. */
export interface RowSink<T> {
  readonly add: (row: T) => void;
  /** All rows that were added; nothing may be added afterwards. */
  readonly rows: () => Iterable<T>;
}

/** A new sink for the rows of a history, of which there may be more than memory holds. */
export type OpenRows = <T>() => RowSink<T>;

/** For what is not many. */
export function rowsInMemory<T>(): Pick<RowSink<T>, 'add'> & { readonly rows: () => readonly T[] } {
  const rows: T[] = [];
  return { add: (row) => rows.push(row), rows: () => rows };
}
