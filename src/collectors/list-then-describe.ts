import { pMapIterable } from 'p-map';
import { failureOf, isGone } from '../aws/failure.ts';
import { callsUnderWay } from '../aws/quotas.ts';
import type { Session } from '../aws/session.ts';
import type { Gap } from '../core/gap.ts';
import type { Note } from '../core/note.ts';
import type { Described } from '../inventory/described.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';
import { rowsInMemory, type RowSink } from '../inventory/row-sink.ts';
import type { CollectOptions } from './collector.ts';
import { gapOf } from './gap-of.ts';
import type { Batch, ManyAtOnce } from './many-at-once.ts';
import { pagesOf } from './pages.ts';
import type { ListCall } from './read-list.ts';
import { RecentKeys } from './recent-keys.ts';

/** How many resources are explained together: twenty pages of a list, so that the ends of a search, which overlap, weigh little. */
const batchSize = 2_000;

export interface DescribeCall<Summary, Detail> {
  readonly operation: string;
  readonly arn: (summary: Summary) => string;
  /** What tells one from another; the ARN unless said otherwise. */
  readonly key?: (summary: Summary) => string;
  readonly call: (summary: Summary) => Promise<Detail>;
}

/** What of a list is not looked at any closer. */
export interface LeftOut<Summary> {
  readonly keep: (summary: Summary) => boolean;
  /** Is this where the list may end, because all that follows is left out, and its number known? */
  readonly endsAt?: (summary: Summary) => boolean;
  /** How many follow there. */
  readonly afterEnd?: number;
  /** The note on those left out, where they are worth one. */
  readonly note?: (count: number) => Note;
}

export interface ListThenDescribe<P, Summary, Detail> {
  readonly section: string;
  readonly list: ListCall<P, Summary>;
  readonly describe: DescribeCall<Summary, Detail>;
  /** Which of the listed resources are counted and left out; none by default. */
  readonly leftOut?: LeftOut<Summary>;
  /** What explains many at once, before any is described; the first that knows one explains it. */
  readonly before?: readonly ManyAtOnce<Summary, Detail>[];
  /** ISO 8601; needed where `before` is. */
  readonly created?: (summary: Summary) => string | undefined;
  /** Told of every row whose detail is known, in the order of the list. */
  readonly onRow?: (summary: Summary, detail: Detail) => void;
}

/** What was read, apart from the rows themselves. */
export interface ReadDescribed {
  readonly listGap: Gap | undefined;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly Note[];
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
  const sink = rowsInMemory<Described<Summary, Detail>>();
  const { listGap, ledger, notes } = await readDescribed(session, options, plan, sink);
  return { fact: listGap === undefined ? known(sink.rows()) : missing(listGap, sink.rows()), ledger, notes };
}

/** The same, with the rows in a sink: for what may be larger than memory. Rows arrive in the order of the list. */
export async function readDescribed<P extends { NextToken?: string | undefined }, Summary, Detail>(
  session: Session,
  options: CollectOptions,
  plan: ListThenDescribe<P, Summary, Detail>,
  sink: Pick<RowSink<Described<Summary, Detail>>, 'add'>,
): Promise<ReadDescribed> {
  const { before = [], leftOut } = plan;
  const listed = { calls: 0, leftOut: 0, gap: undefined as Gap | undefined };
  const described = { calls: 0, gone: 0, complete: true };

  async function* batches(): AsyncGenerator<Batch<Summary>, void> {
    const recent = new RecentKeys();
    let batch: { wanted: Summary[]; created: number[] } = { wanted: [], created: [] };
    try {
      for await (const page of pagesOf(await plan.list.pages(), options.probe)) {
        listed.calls += 1;
        for (const summary of plan.list.rows(page)) {
          const key = (plan.describe.key ?? plan.describe.arn)(summary);
          // A list that shifts between two pages can name a resource twice.
          if (recent.seen(key)) continue;
          if (leftOut?.endsAt?.(summary) === true) {
            listed.leftOut += leftOut.afterEnd ?? 0;
            yield batch;
            return;
          }
          batch.created.push(Date.parse(plan.created?.(summary) ?? ''));
          if (leftOut?.keep(summary) === false) {
            listed.leftOut += 1;
            continue;
          }
          options.progress('found');
          batch.wanted.push(summary);
          if (options.probe) break;
        }
        if (before.length > 0 && batch.created.length < batchSize) continue;
        yield batch;
        batch = { wanted: [], created: [] };
      }
    } catch (error) {
      listed.gap = gapOf(error, plan.list.operation, session);
    }
    yield batch;
  }

  const explainTogether = async ({ wanted, created }: Batch<Summary>): Promise<readonly Explained<Summary, Detail>[]> => {
    const found = new Map<Summary, Detail>();
    for (const source of before) {
      const rest = wanted.filter((summary) => !found.has(summary));
      if (rest.length > 0) for (const [summary, detail] of await source.find({ wanted: rest, created })) found.set(summary, detail);
    }
    return wanted.map((summary) => (found.has(summary) ? { summary, detail: found.get(summary) } : { summary }));
  };

  async function* together(): AsyncGenerator<Explained<Summary, Detail>, void> {
    for await (const batch of pMapIterable(batches(), explainTogether, { concurrency: 2 })) yield* batch;
  }

  const describe = async ({ summary, detail: found }: Explained<Summary, Detail>): Promise<Described<Summary, Detail> | undefined> => {
    try {
      if (found !== undefined) return { summary, detail: known(found) };
      const detail = await plan.describe.call(summary);
      described.calls += 1;
      return { summary, detail: known(detail) };
    } catch (error) {
      if (isGone(failureOf(error))) {
        described.gone += 1;
        return undefined;
      }
      described.complete = false;
      return { summary, detail: missing<Detail>(gapOf(error, plan.describe.operation, session, plan.describe.arn(summary))) };
    } finally {
      options.progress('done');
    }
  };

  for await (const row of pMapIterable(together(), describe, { concurrency: callsUnderWay(plan.describe.operation) })) {
    if (row === undefined) continue;
    sink.add(row);
    if (row.detail.known) plan.onRow?.(row.summary, row.detail.value);
  }

  const cached = before.reduce((sum, source) => sum + source.cached(), 0);
  const notes: Note[] = [];
  if (listed.leftOut > 0 && leftOut?.note !== undefined) notes.push(leftOut.note(listed.leftOut));
  if (described.gone > 0) notes.push(goneNote(session, plan.section, described.gone));
  for (const source of before) notes.push(...oneByOneNotes(session, plan.section, source.gap(), described.calls));
  return {
    listGap: listed.gap,
    ledger: [
      { operation: plan.list.operation, calls: listed.calls, complete: listed.gap === undefined },
      ...before.flatMap((source) => source.ledger()),
      {
        operation: plan.describe.operation,
        calls: described.calls,
        complete: described.complete,
        ...(cached === 0 ? {} : { cached }),
      },
    ],
    notes,
  };
}

/** With a detail where something explained it already. */
interface Explained<Summary, Detail> {
  readonly summary: Summary;
  readonly detail?: Detail | undefined;
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

/** Says that it could have been cheaper; nothing of a scan that was stopped. */
function oneByOneNotes(session: Session, section: string, gap: Gap | undefined, count: number): readonly Note[] {
  if (gap === undefined || gap.code === 'Interrupted' || count === 0) return [];
  const message = `${count} of ${section} took a call each, because ${gap.operation} did not answer (${gap.code}); allow ${gap.permission}`;
  return [{ code: 'described-one-by-one', account: session.account, region: session.region, section, count, message }];
}
