import { isRecord } from '../expectation.ts';
import type { JsonObject } from './json-object.ts';
import { recognisers } from './recognisers.ts';
import { idOf, type ListSource, type Source } from './source.ts';

/**
 * A list of rows without its key, as `--query` leaves it, put back under its key: the section whose fields fit the first row better than those
 * of any other, and at least by a third. Undefined where none does, or two alike.
 */
export function bareRows(rows: readonly unknown[]): JsonObject | undefined {
  const [first] = rows;
  if (!isRecord(first)) return undefined;
  const fits = lists()
    .filter(({ ids }) => idOf(first, ids) !== undefined)
    .map((list) => ({ list, fit: fitOf(list, first) }))
    .sort((a, b) => b.fit - a.fit);
  const [best, second] = fits;
  if (best === undefined || best.fit === second?.fit) return undefined;
  const [key] = best.list.keys;
  return key === undefined || best.fit * 3 < Object.keys(best.list.shape).length ? undefined : { [key]: rows };
}

function fitOf({ shape }: ListSource, row: JsonObject): number {
  return Object.keys(shape).filter((member) => Object.hasOwn(row, member)).length;
}

function lists(): readonly ListSource[] {
  return Object.values(recognisers).flatMap(({ lists }) => lists.filter(isListSource));
}

function isListSource(source: Source): source is ListSource {
  return 'ids' in source && 'shape' in source;
}
