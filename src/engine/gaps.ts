import type { Gap } from '../core/gap.ts';
import type { Fact } from '../inventory/fact.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { rowsToName } from '../inventory/rows.ts';

/** Every refused or failed read that an inventory records: of whole sections and of single resources. */
export function* gapsOf(inventory: Inventory): Generator<Gap, void> {
  for (const record of inventory.sections) {
    if (!record.fact.known) yield record.fact.gap;
    for (const item of rowsToName<object>(record.fact)) {
      const detail = 'detail' in item ? (item.detail as Fact<unknown>) : undefined;
      if (detail !== undefined && !detail.known) yield detail.gap;
    }
  }
}
