import type { Gap } from '../core/gap.ts';
import type { Fact } from './fact.ts';
import type { AnySectionRecord } from './inventory.ts';
import { rowsToName } from './rows.ts';

/** Every refused or failed read that a section records: of itself and of single resources. */
export function* gapsIn({ fact }: AnySectionRecord): Generator<Gap, void> {
  if (!fact.known) yield fact.gap;
  for (const item of rowsToName<object>(fact)) {
    const detail = 'detail' in item ? (item.detail as Fact<unknown>) : undefined;
    if (detail !== undefined && !detail.known) yield detail.gap;
  }
}
