import type { Gap } from '../core/gap.ts';
import { gapsIn } from '../inventory/gaps-in.ts';
import type { Inventory } from '../inventory/inventory.ts';

/** Every refused or failed read that an inventory records. */
export function* gapsOf(inventory: Inventory): Generator<Gap, void> {
  for (const record of inventory.sections) yield* gapsIn(record);
}
