import type { Filter, ResourceType, SearchRecord } from '@aws-sdk/client-sagemaker';
import type { Session } from '../aws/session.ts';
import type { Gap } from '../core/gap.ts';
import { gapOf } from './gap-of.ts';
import type { Batch, ManyAtOnce } from './many-at-once.ts';
import { pagesOf } from './pages.ts';
import type { Sender } from './sagemaker-sender.ts';
import { always } from './unreadable-answer.ts';

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Search.html gives a hundred at most. */
const pageSize = 100;

/** What Search tells of one kind of resource. */
export interface SearchPlan<Summary, Found, Detail> {
  readonly resource: ResourceType;
  /** The resource in a record, which may hold any kind. */
  readonly record: (result: SearchRecord) => Found | undefined;
  readonly arn: (summary: Summary) => string;
  readonly recordArn: (found: Found) => string | undefined;
  /** When a listed resource was created, ISO 8601. */
  readonly created: (summary: Summary) => string | undefined;
  /** Which of the listed may be taken from Search: what it does not carry may matter to the others. All by default. */
  readonly serves?: (summary: Summary) => boolean;
  /** Is a record as young as what the list tells? Search reads an index, which may lag behind. */
  readonly isCurrent: (found: Found, summary: Summary) => boolean;
  readonly detail: (found: Found) => Detail;
}

/**
 * Explains resources with `sagemaker:Search`, which gives whole resources by the hundred.
 *
 * Its index may lag behind and may hide what a condition of the caller's policy excludes, so that it only ever explains what the list has named,
 * and what it does not show, or shows as it was before, is left to a describe. One that is refused, fails or finds nothing is not asked again.
 *
 * @param probe only tries whether it is allowed
 */
export function searchSource<Summary, Found, Detail>(
  session: Session,
  { sdk, client, abort }: Sender,
  probe: boolean,
  plan: SearchPlan<Summary, Found, Detail>,
): ManyAtOnce<Summary, Detail> {
  const state = { calls: 0, used: false, vain: false, gap: undefined as Gap | undefined };

  const search = async ({ wanted, from, to }: Stretch<Summary>, found: Map<Summary, Detail>): Promise<void> => {
    const open = new Map(wanted.map((summary) => [plan.arn(summary), summary]));
    const pages = sdk.paginateSearch({ client, pageSize }, { Resource: plan.resource, SearchExpression: between(from, to) }, abort);
    for await (const page of pagesOf(pages, probe)) {
      state.calls += 1;
      for (const result of always(page.Results, 'Results')) {
        const record = plan.record(result);
        const summary = record === undefined ? undefined : open.get(plan.recordArn(record) ?? '');
        if (record === undefined || summary === undefined || !plan.isCurrent(record, summary)) continue;
        open.delete(plan.arn(summary));
        found.set(summary, plan.detail(record));
      }
      if (open.size === 0) break;
    }
  };

  return {
    find: async (batch) => {
      if (state.gap !== undefined || state.vain) return new Map();
      const stretch = stretchOf(batch, plan);
      if (stretch === undefined || (!probe && stretch.pages >= stretch.wanted.length)) return new Map();
      state.used = true;
      const found = new Map<Summary, Detail>();
      try {
        await search(stretch, found);
        state.vain = found.size === 0;
      } catch (error) {
        // What came before the failure is as good as ever.
        state.gap = gapOf(error, 'sagemaker:Search', session);
      }
      return probe ? new Map() : found;
    },
    ledger: () => {
      if (!state.used) return [];
      const { calls, gap } = state;
      return [{ operation: 'sagemaker:Search', calls, complete: gap === undefined, ...(gap === undefined ? {} : { replaced: gap }) }];
    },
    cached: () => 0,
    gap: () => state.gap,
  };
}

/** A stretch of time that holds all that Search is asked for. */
interface Stretch<Summary> {
  readonly wanted: readonly Summary[];
  readonly from: number;
  readonly to: number;
  /** How many pages it has at least. */
  readonly pages: number;
}

function stretchOf<Summary>(
  { wanted: all, created }: Batch<Summary>,
  { created: createdOf, serves = () => true }: Pick<SearchPlan<Summary, never, never>, 'created' | 'serves'>,
): Stretch<Summary> | undefined {
  const wanted = all.filter((summary) => serves(summary) && createdOf(summary) !== undefined);
  if (wanted.length === 0) return undefined;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const summary of wanted) {
    const at = Date.parse(createdOf(summary) ?? '');
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  const within = created.filter((at) => at >= from && at <= to).length;
  return { wanted, from, to, pages: Math.ceil(within / pageSize) };
}

/** Search takes times to the second, so that the stretch is a little longer than what was asked for. */
function between(from: number, to: number): { Filters: Filter[] } {
  return {
    Filters: [
      { Name: 'CreationTime', Operator: 'GreaterThanOrEqualTo', Value: toSecond(Math.floor(from / 1000)) },
      { Name: 'CreationTime', Operator: 'LessThanOrEqualTo', Value: toSecond(Math.ceil(to / 1000)) },
    ],
  };
}

/** `2026-11-25T08:00:00`, as https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Filter.html asks for it. */
function toSecond(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/** Are these the same second? The index and the list need not keep the same part of one. */
export function sameSecond(recorded: Date | undefined, listed: string | undefined): boolean {
  if (recorded === undefined || listed === undefined) return false;
  return Math.floor(recorded.getTime() / 1000) === Math.floor(Date.parse(listed) / 1000);
}

/** Is what was recorded no older than what is listed, to the second? */
export function noOlder(recorded: Date | undefined, listed: string | undefined): boolean {
  if (recorded === undefined || listed === undefined) return false;
  return Math.floor(recorded.getTime() / 1000) >= Math.floor(Date.parse(listed) / 1000);
}
