import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Session } from '../aws/session.ts';
import { select, type Selected, type Shape } from '../inventory/stored.ts';
import type { CollectOptions, EarlierFacts } from './collector.ts';
import { notAsked } from './not-asked.ts';
import { isChildless, type Parent } from './parent.ts';
import { readList } from './read-list.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { always } from './unreadable-answer.ts';

type Sdk = typeof import('@aws-sdk/client-sagemaker');

/** A kind of SageMaker resource of which the list tells all that is asked. */
export interface SageMakerList<K, P, Row, S> {
  readonly section: K;
  /** The resources without which there are none of these; where there are known to be none, nothing is asked. */
  readonly onlyWith?: Parent;
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
    after: plan.onlyWith === undefined ? [] : [plan.onlyWith.section],
    actions: [plan.list],
    async collect(session: Session, options: CollectOptions, earlier: EarlierFacts) {
      if (isChildless(plan.onlyWith, earlier)) return notAsked(plan.list, plan.onlyWith.otherwise);
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
