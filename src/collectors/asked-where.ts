import type { EarlierFacts } from './collector.ts';

/** Something without which a section holds nothing that matters, so that nothing is asked. */
export interface AskedWhere {
  /** May it be there? False only where what was read before, to its end, says that it is not. */
  readonly may: (earlier: EarlierFacts) => boolean;
  /** What is known where it is not, for the ledger: `no route leads to a transit gateway`. */
  readonly otherwise: string;
}
