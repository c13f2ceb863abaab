import type { Session } from '../aws/session.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';
import type { CollectOptions } from './collector.ts';
import { gapOf } from './gap-of.ts';
import { pagesOf } from './pages.ts';

export interface ListCall<P, Row> {
  readonly operation: string;
  readonly pages: () => Promise<AsyncIterable<P>>;
  readonly rows: (page: P) => readonly Row[];
}

/** Reads a list whose rows are all there is to know: one call per page, nothing described. */
export async function readList<P extends { NextToken?: string | undefined }, Row>(
  session: Session,
  { probe }: Pick<CollectOptions, 'probe'>,
  call: ListCall<P, Row>,
): Promise<{ readonly fact: Fact<readonly Row[]>; readonly ledger: readonly LedgerEntry[] }> {
  const rows: Row[] = [];
  let calls = 0;
  try {
    for await (const page of pagesOf(await call.pages(), probe)) {
      calls += 1;
      rows.push(...call.rows(page));
    }
    return { fact: known(rows), ledger: [{ operation: call.operation, calls, complete: true }] };
  } catch (error) {
    const gap = gapOf(error, call.operation, session);
    return { fact: missing(gap, rows), ledger: [{ operation: call.operation, calls, complete: false }] };
  }
}
