import type { EC2Client } from '@aws-sdk/client-ec2';
import type { Session } from '../aws/session.ts';
import { select, type Selected, type Shape } from '../inventory/stored.ts';
import type { SectionName } from '../inventory/sections.ts';
import type { AskedWhere } from './asked-where.ts';
import type { CollectOptions, EarlierFacts } from './collector.ts';
import { notAsked } from './not-asked.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

type Sdk = typeof import('@aws-sdk/client-ec2');

/** A list of EC2 whose rows are all there is to know. */
export interface Ec2List<K, P, Row, S> {
  readonly section: K;
  readonly action: `ec2:${string}`;
  /** The largest page that the operation gives. */
  readonly pageSize: number;
  readonly pages: (
    sdk: Sdk,
    paging: { readonly client: EC2Client; readonly pageSize: number },
    abort: { readonly abortSignal: AbortSignal },
  ) => AsyncIterable<P>;
  readonly rows: (page: P) => readonly Row[] | undefined;
  /** What to keep of each row. */
  readonly shape: S;
  /** Sections that tell whether there is anything to ask about. */
  readonly after?: readonly SectionName[];
  /** Whether to ask; always by default. */
  readonly when?: AskedWhere;
}

/** The collector of such a list: one call per page. */
export function ec2List<const K, P extends { NextToken?: string | undefined }, Row, const S extends Shape<Row>>(
  plan: Ec2List<K, P, Row, S>,
) {
  return {
    section: plan.section,
    after: plan.after ?? [],
    actions: [plan.action],
    async collect(session: Session, options: Pick<CollectOptions, 'probe'>, earlier: EarlierFacts) {
      if (plan.when?.may(earlier) === false) return notAsked(plan.action, plan.when.otherwise);
      const [client, sdk] = [await session.ec2(), await import('@aws-sdk/client-ec2')];
      const read = await readList(session, options, {
        operation: plan.action,
        pages: async () => plan.pages(sdk, { client, pageSize: plan.pageSize }, { abortSignal: session.signal }),
        rows: (page: P): readonly Selected<Row, S>[] => always(plan.rows(page), 'list').map((row) => select<Row, S>(row, plan.shape)),
      });
      return { ...read, notes: [] };
    },
  };
}
