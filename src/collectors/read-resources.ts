import type { Session } from '../aws/session.ts';
import type { Described } from '../inventory/described.ts';
import { isFinishedJob } from '../inventory/finished-job.ts';
import type { RowSink } from '../inventory/row-sink.ts';
import type { SectionName } from '../inventory/sections.ts';
import { select, type Selected, type Shape } from '../inventory/stored.ts';
import { allListed, nothingListed } from './answer-memory.ts';
import type { CollectOptions } from './collector.ts';
import { leftOutNote, Past, type History } from './job-history.ts';
import { readDescribed, type ReadDescribed } from './list-then-describe.ts';
import type { ManyAtOnce } from './many-at-once.ts';
import { memorySource } from './memory-source.ts';
import type { ResourcePlan, Searched } from './resource-plan.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { senderOf, type Sender } from './sagemaker-sender.ts';
import { searchSource } from './search-source.ts';
import { always } from './unreadable-answer.ts';

/**
 * Reads a kind of resource into a sink, with whatever is cheaper than a describe for each: what an earlier scan remembers, and Search.
 *
 * @param history where they are jobs, of which old ones may be left out
 */
export async function readResources<
  P extends { NextToken?: string | undefined },
  Summary,
  Detail,
  const SS extends Shape<Summary>,
  const DS extends Shape<Detail>,
  Found,
>(
  plan: ResourcePlan<SectionName, P, Summary, Detail, SS, DS, Found>,
  history: History<Selected<Summary, SS>> | undefined,
  session: Session,
  options: CollectOptions,
  sink: Pick<RowSink<Described<Selected<Summary, SS>, Selected<Detail, DS>>>, 'add'>,
): Promise<ReadDescribed> {
  type Listed = Selected<Summary, SS>;
  type Known = Selected<Detail, DS>;
  const { since, probe } = options;
  const { section } = plan;
  const sender = await senderOf(session);
  const arnOf = (summary: Listed): string => plan.arnOf?.(summary, session) ?? memberOf(summary, plan.arn) ?? '';
  /** By what it is remembered; undefined for what may still change. */
  const keyOf = (summary: Listed): string | undefined => {
    const created = createdOf(summary);
    const lasts = history === undefined ? plan.immutable === true : isFinishedJob(history.status(summary));
    return created === undefined || !lasts ? undefined : [arnOf(summary), created, memberOf(summary, 'LastModifiedTime')].join(' ');
  };
  const lasting = history !== undefined || plan.immutable === true;
  const shape = JSON.stringify([plan.summaryShape, plan.shape, plan.reading]);
  const memory = probe || !lasting ? undefined : options.memory?.open({ ...placeOf(session), section, shape });
  const past = history === undefined ? undefined : new Past(history, since, createdOf, memory?.horizon);
  const before: ManyAtOnce<Listed, Known>[] = memory === undefined ? [] : [memorySource(memory, keyOf)];
  if (plan.search !== undefined) before.push(searching(plan, plan.search, session, sender, arnOf, probe));
  try {
    const read = await readDescribed<P, Listed, Known>(
      session,
      options,
      {
        section,
        list: {
          operation: plan.list,
          pages: async () => plan.pages(sender.sdk, { client: sender.client, pageSize: sagemakerPageSize }, sender.abort),
          rows: (page) => always(plan.rows(page), 'list').map((summary) => select<Summary, SS>(summary, plan.summaryShape)),
        },
        describe: {
          operation: plan.describe,
          ...(plan.key === undefined ? {} : { key: plan.key }),
          arn: arnOf,
          call: async (summary) => {
            const detail = select<Detail, DS>(await plan.explain(summary, sender), plan.shape);
            // An answer without its own ARN is none: its other members are not absent but unread.
            always(memberOf(detail, plan.arn), plan.arn);
            return detail;
          },
        },
        before,
        created: createdOf,
        ...(past === undefined
          ? {}
          : { leftOut: past.leftOut((count) => leftOutNote(section, history?.kind ?? '', session, count, since)) }),
        onRow: (summary, detail) => {
          const [key, created] = [keyOf(summary), createdOf(summary)];
          // One that was made anew under its name, between the list and the describe, is another.
          if (key !== undefined && created !== undefined && createdOf(detail) === created) memory?.keep(key, created, detail);
        },
      },
      sink,
    );
    const whole = read.listGap === undefined;
    memory?.close(past?.end(whole, memory.horizon) ?? { notListedBefore: whole ? allListed : nothingListed, horizon: undefined });
    return read;
  } catch (error) {
    memory?.close(undefined);
    throw error;
  }
}

/** Search, with its records cut to the shape of a description. */
function searching<Summary, Detail, const SS extends Shape<Summary>, const DS extends Shape<Detail>, Found>(
  plan: Pick<ResourcePlan<SectionName, never, Summary, Detail, SS, DS, Found>, 'arn' | 'shape'>,
  { resource, record, serves, isCurrent }: Searched<Selected<Summary, SS>, Found>,
  session: Session,
  sender: Sender,
  arnOf: (summary: Selected<Summary, SS>) => string,
  probe: boolean,
): ManyAtOnce<Selected<Summary, SS>, Selected<Detail, DS>> {
  return searchSource(session, sender, probe, {
    resource,
    record,
    arn: arnOf,
    recordArn: (found) => memberOf(found, plan.arn),
    created: createdOf,
    ...(serves === undefined ? {} : { serves }),
    isCurrent,
    // A record has the members of a description under the same names; test/collectors/search.test.ts compares the SDK's schemas.
    detail: (found) => select<Detail, DS>(found as unknown as Detail, plan.shape),
  });
}

function placeOf({ partition, account, region }: Session) {
  return { partition, account, region };
}

/** ISO 8601; every List of SageMaker calls it so. */
function createdOf(row: unknown): string | undefined {
  return memberOf(row, 'CreationTime');
}

function memberOf(row: unknown, member: string): string | undefined {
  return (row as Readonly<Record<string, string | undefined>>)[member];
}
