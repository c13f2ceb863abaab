import type { Session } from '../aws/session.ts';
import type { Note } from '../core/note.ts';
import type { Described } from '../inventory/described.ts';
import { missing, type Fact } from '../inventory/fact.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { CollectOptions } from './collector.ts';
import { notAsked } from './not-asked.ts';
import { listThenDescribe, type DescribeCall } from './list-then-describe.ts';

export interface DescribeNamed<Summary, Detail> {
  readonly section: string;
  /** What other sections name; where they were not read to their end, the answer is no complete section either. */
  readonly named: Fact<readonly Summary[]>;
  readonly describe: DescribeCall<Summary, Detail>;
}

/** Describes what other sections name, without a list of its own. */
export async function describeNamed<Summary, Detail>(
  session: Session,
  options: CollectOptions,
  { section, named, describe }: DescribeNamed<Summary, Detail>,
): Promise<{
  readonly fact: Fact<readonly Described<Summary, Detail>[]>;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly Note[];
}> {
  const summaries = [...rowsToName(named)];
  const read = await listThenDescribe<Page, Summary, Detail>(session, options, {
    section,
    list: { operation: describe.operation, pages: async () => onePage(), rows: () => summaries },
    describe,
  });
  return {
    fact: named.known || !read.fact.known ? read.fact : missing(named.gap, read.fact.value),
    ledger:
      summaries.length > 0
        ? read.ledger.slice(1)
        : named.known
          ? notAsked(describe.operation, 'nothing that was read names one').ledger
          : [],
    notes: read.notes,
  };
}

interface Page {
  readonly NextToken?: string;
}

async function* onePage(): AsyncGenerator<Page, void> {
  yield {};
}
