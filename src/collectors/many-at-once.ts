import type { Gap } from '../core/gap.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';

/** Resources that were listed one after the other, to be explained together. */
export interface Batch<Summary> {
  readonly wanted: readonly Summary[];
  /** When everything that the list named in this stretch was created, milliseconds since 1970: also what is not wanted. */
  readonly created: readonly number[];
}

/** Explains many resources at once, for less than a call each. What it does not explain is described. */
export interface ManyAtOnce<Summary, Detail> {
  /** Never fails: what it could not find out is not in the answer. */
  readonly find: (batch: Batch<Summary>) => Promise<ReadonlyMap<Summary, Detail>>;
  /** How it went. */
  readonly ledger: () => readonly LedgerEntry[];
  /** How many it explained without a call. */
  readonly cached: () => number;
  /** Why it was given up, if it was. */
  readonly gap: () => Gap | undefined;
}
