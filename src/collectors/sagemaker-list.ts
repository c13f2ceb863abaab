import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Session } from '../aws/session.ts';
import { select, type Selected, type Shape } from '../inventory/stored.ts';
import type { SectionName } from '../inventory/sections.ts';
import type { CollectOptions, EarlierFacts } from './collector.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { readList } from './read-list.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { always } from './unreadable-answer.ts';

type Sdk = typeof import('@aws-sdk/client-sagemaker');

/** A kind of SageMaker resource of which the list tells all that is asked. */
export interface SageMakerList<K, P, Row, S> {
  readonly section: K;
  /** The section without whose resources there are none of these; where it is known to be empty, nothing is asked. */
  readonly onlyWith?: SectionName;
  readonly list: `sagemaker:List${string}`;
  readonly pages: (
    sdk: Sdk,
    paging: { readonly client: SageMakerClient; readonly pageSize: number },
    abort: { readonly abortSignal: AbortSignal },
  ) => AsyncIterable<P>;
  readonly rows: (page: P) => readonly Row[] | undefined;
  readonly shape: S;
}

/** The collector of such resources: one call for a hundred. */
export function sagemakerList<const K extends string, P extends { NextToken?: string | undefined }, Row, const S extends Shape<Row>>(
  plan: SageMakerList<K, P, Row, S>,
) {
  return {
    section: plan.section,
    after: plan.onlyWith === undefined ? [] : [plan.onlyWith],
    actions: [plan.list],
    async collect(session: Session, options: CollectOptions, earlier: EarlierFacts) {
      if (plan.onlyWith !== undefined && !mayHold<unknown>(earlier(plan.onlyWith), () => true)) return notAsked;
      const [client, sdk] = [await session.sagemaker(), await import('@aws-sdk/client-sagemaker')];
      const read = await readList<P, Selected<Row, S>>(session, options, {
        operation: plan.list,
        pages: async () => plan.pages(sdk, { client, pageSize: sagemakerPageSize }, { abortSignal: session.signal }),
        rows: (page) => always(plan.rows(page), 'list').map((row) => select<Row, S>(row, plan.shape)),
      });
      return { ...read, notes: [] };
    },
  };
}
