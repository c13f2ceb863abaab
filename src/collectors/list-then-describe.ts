import pMap, { pMapSkip } from 'p-map';
import { failureOf, isGone } from '../aws/failure.ts';
import { callsUnderWay } from '../aws/quotas.ts';
import type { Session } from '../aws/session.ts';
import type { Gap } from '../core/gap.ts';
import type { Note } from '../core/note.ts';
import type { Described } from '../inventory/described.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';
import { gapOf } from './gap-of.ts';
import { pagesOf } from './pages.ts';
import type { CollectOptions } from './collector.ts';
import type { ListCall } from './read-list.ts';

export interface DescribeCall<Summary, Detail> {
  readonly operation: string;
  readonly arn: (summary: Summary) => string;
  /** What tells one from another; the ARN unless said otherwise. */
  readonly key?: (summary: Summary) => string;
  readonly call: (summary: Summary) => Promise<Detail>;
}

export interface ListThenDescribe<P, Summary, Detail> {
  readonly section: string;
  readonly list: ListCall<P, Summary>;
  readonly describe: DescribeCall<Summary, Detail>;
  /** Which of the listed resources to describe; the others are counted and left out. */
  readonly keep?: (summary: Summary) => boolean;
  /** The note for those left out. */
  readonly leftOut?: (count: number) => Note;
}

/**
 * Names resources with a list and explains each with a describe, while the list still goes on.
 *
 * What was described before the list failed is kept as partial; a resource that is gone by the time it is described is dropped with a note.
 */
export async function listThenDescribe<P extends { NextToken?: string | undefined }, Summary, Detail>(
  session: Session,
  options: CollectOptions,
  plan: ListThenDescribe<P, Summary, Detail>,
): Promise<{
  readonly fact: Fact<readonly Described<Summary, Detail>[]>;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly Note[];
}> {
  const listed = { calls: 0, leftOut: 0, gap: undefined as Gap | undefined };
  const described = { calls: 0, gone: 0, complete: true };

  async function* summaries(): AsyncGenerator<Summary, void> {
    const seen = new Set<string>();
    try {
      for await (const page of pagesOf(await plan.list.pages(), options.probe)) {
        listed.calls += 1;
        for (const summary of plan.list.rows(page)) {
          const key = (plan.describe.key ?? plan.describe.arn)(summary);
          // A list that shifts between two pages can name a resource twice.
          if (seen.has(key)) continue;
          if (plan.keep !== undefined && !plan.keep(summary)) {
            listed.leftOut += 1;
            continue;
          }
          seen.add(key);
          options.progress('found');
          yield summary;
          if (options.probe) return;
        }
      }
    } catch (error) {
      listed.gap = gapOf(error, plan.list.operation, session);
    }
  }

  const explain = async (summary: Summary): Promise<Described<Summary, Detail> | typeof pMapSkip> => {
    try {
      const detail = await plan.describe.call(summary);
      described.calls += 1;
      return { summary, detail: known(detail) };
    } catch (error) {
      if (isGone(failureOf(error))) {
        described.gone += 1;
        return pMapSkip;
      }
      described.complete = false;
      return { summary, detail: missing<Detail>(gapOf(error, plan.describe.operation, session, plan.describe.arn(summary))) };
    } finally {
      options.progress('done');
    }
  };

  const rows = await pMap(summaries(), explain, { concurrency: callsUnderWay(plan.describe.operation) });

  const notes: Note[] = [];
  if (listed.leftOut > 0 && plan.leftOut !== undefined) notes.push(plan.leftOut(listed.leftOut));
  if (described.gone > 0) notes.push(goneNote(session, plan.section, described.gone));
  return {
    fact: listed.gap === undefined ? known(rows) : missing(listed.gap, rows),
    ledger: [
      { operation: plan.list.operation, calls: listed.calls, complete: listed.gap === undefined },
      { operation: plan.describe.operation, calls: described.calls, complete: described.complete },
    ],
    notes,
  };
}

function goneNote(session: Session, section: string, count: number): Note {
  return {
    code: 'gone-during-scan',
    account: session.account,
    region: session.region,
    section,
    count,
    message: `${count} listed in ${section} had been deleted when they were to be described`,
  };
}
