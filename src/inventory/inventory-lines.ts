import type { Fact } from './fact.ts';
import type { AnySectionRecord, Inventory } from './inventory.ts';
import { countOf } from './rows.ts';

/** The first field of a saved inventory, by which anyone recognises it. */
export const inventoryFormat = 'mlsec-inventory';

/** Raised when an older mlsec could misread what a newer one wrote. */
export const inventoryVersion = 1;

/**
 * An inventory as NDJSON, one fact a line and without the line ends: a header, then each section followed by its rows, then an end.
 *
 * The counts, and the end line, are there so that a file which was cut off can never be taken for an account with less in it.
 *
 * @param version the version of mlsec that writes
 */
export function* inventoryLines(inventory: Inventory, version: string): Generator<string, void> {
  yield JSON.stringify({ format: inventoryFormat, version: inventoryVersion, mlsec: version, ...inventory.header });
  for (const record of inventory.sections) {
    const { account, region, section } = record;
    yield JSON.stringify(sectionLine(record));
    for (const item of rowsOf(record.fact)) yield JSON.stringify({ kind: 'item', account, region, section, item });
  }
  yield JSON.stringify({ kind: 'end', sections: inventory.sections.length });
}

function sectionLine({ account, region, section, fact, ledger, notes }: AnySectionRecord): object {
  const items = countOf(rowsOf(fact));
  const state = fact.known ? { known: true } : { known: false, gap: fact.gap, ...(fact.partial === undefined ? {} : { partial: true }) };
  return { kind: 'section', account, region, section, ...state, items, ledger, notes };
}

/** The rows that are there: all of a section, or what was read before it failed. */
function rowsOf(fact: Fact<Iterable<unknown>>): Iterable<unknown> {
  return fact.known ? fact.value : (fact.partial ?? []);
}
