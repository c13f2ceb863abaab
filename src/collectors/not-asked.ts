import { known, type Known } from '../inventory/fact.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';

/**
 * A section about which nothing was asked, because what was read of the Region, completely, leads to nothing that it would hold.
 *
 * @param operation the call that was saved
 * @param because what is known instead, such as `there is no domain`; the ledger says it
 */
export function notAsked(operation: string, because: string): NotAsked {
  return { fact: known([]), ledger: [{ operation, calls: 0, complete: true, inferred: because }], notes: [] };
}

interface NotAsked {
  readonly fact: Known<never[]>;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly never[];
}
