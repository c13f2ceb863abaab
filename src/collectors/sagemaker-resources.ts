import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Session } from '../aws/session.ts';
import type { Note } from '../core/note.ts';
import { select, type Selected, type Shape } from '../inventory/stored.ts';
import type { CollectOptions } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

type Sdk = typeof import('@aws-sdk/client-sagemaker');

interface Abort {
  readonly abortSignal: AbortSignal;
}

/** What to send with: the SDK, loaded when it is needed, and a client. */
interface Sender {
  readonly sdk: Sdk;
  readonly client: SageMakerClient;
  readonly abort: Abort;
}

/** A kind of SageMaker resource that one call lists and another describes. */
export interface SageMakerResources<K, P, Summary, Detail, SS, DS> {
  readonly section: K;
  readonly list: `sagemaker:List${string}`;
  readonly describe: `sagemaker:Describe${string}`;
  readonly pages: (sdk: Sdk, paging: { readonly client: SageMakerClient; readonly pageSize: number }, abort: Abort) => AsyncIterable<P>;
  readonly rows: (page: P) => readonly Summary[] | undefined;
  readonly explain: (summary: Selected<Summary, SS>, sender: Sender) => Promise<Detail>;
  /** The member that holds the ARN, in the answer to a describe and, unless `arnOf` is there, in the summary. */
  readonly arn: keyof Detail & keyof DS & string;
  /** The ARN of a listed resource, where the list does not give it. */
  readonly arnOf?: (summary: Selected<Summary, SS>, session: Session) => string;
  /** What tells one from another, where an ARN that is made does not: names in it are in lower case. */
  readonly key?: (summary: Selected<Summary, SS>) => string;
  /** What to keep of a summary, and of a described resource. */
  readonly summaryShape: SS;
  readonly shape: DS;
  /** Which of the listed resources to describe; all by default. */
  readonly keep?: (summary: Selected<Summary, SS>, options: CollectOptions) => boolean;
  /** The note on those left out. */
  readonly leftOut?: (count: number, session: Session, options: CollectOptions) => Note;
}

/** Every List of SageMaker gives a hundred at most, and ten unless asked for more. */
export const sagemakerPageSize = 100;

/** The collector of such resources. */
export function sagemakerResources<
  const K extends string,
  P extends { NextToken?: string | undefined },
  Summary,
  Detail,
  const SS extends Shape<Summary>,
  const DS extends Shape<Detail>,
>(plan: SageMakerResources<K, P, Summary, Detail, SS, DS>) {
  return {
    section: plan.section,
    after: [] as const,
    actions: [plan.list, plan.describe],
    async collect(session: Session, options: CollectOptions) {
      const abort = { abortSignal: session.signal };
      const sender: Sender = { client: await session.sagemaker(), sdk: await import('@aws-sdk/client-sagemaker'), abort };
      const { keep, leftOut } = plan;
      return listThenDescribe<P, Selected<Summary, SS>, Selected<Detail, DS>>(session, options, {
        section: plan.section,
        list: {
          operation: plan.list,
          pages: async () => plan.pages(sender.sdk, { client: sender.client, pageSize: sagemakerPageSize }, abort),
          rows: (page) => always(plan.rows(page), 'list').map((summary) => select<Summary, SS>(summary, plan.summaryShape)),
        },
        describe: {
          operation: plan.describe,
          ...(plan.key === undefined ? {} : { key: plan.key }),
          arn: (summary) => plan.arnOf?.(summary, session) ?? memberOf(summary, plan.arn) ?? '',
          call: async (summary) => {
            const detail = select<Detail, DS>(await plan.explain(summary, sender), plan.shape);
            // An answer without its own ARN is none: its other members are not absent but unread.
            always(memberOf(detail, plan.arn), plan.arn);
            return detail;
          },
        },
        ...(keep === undefined ? {} : { keep: (summary) => keep(summary, options) }),
        ...(leftOut === undefined ? {} : { leftOut: (count) => leftOut(count, session, options) }),
      });
    },
  };
}

function memberOf(row: unknown, member: string): string | undefined {
  return (row as Readonly<Record<string, string | undefined>>)[member];
}
