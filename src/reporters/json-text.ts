import { safeJson } from './escape.ts';

/** A JSON array, one item a line, written while the items come in. */
export function* jsonList(items: Iterable<unknown>, indent: string): Generator<string, void> {
  let separator = '[\n';
  let empty = true;
  for (const item of items) {
    yield `${separator}${indent}  ${safeJson(item)}`;
    separator = ',\n';
    empty = false;
  }
  yield empty ? '[]' : `\n${indent}]`;
}
