import type { Estate } from '../../inventory/estate.ts';
import type { Scope } from '../check.ts';
import type { AccessTarget } from './access-target.ts';
import { regionRows } from './region-rows.ts';

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Runtime.html */
const invocations = ['InvokeEndpoint', 'InvokeEndpointWithResponseStream', 'InvokeEndpointAsync'];

/** Calls to the endpoints of an account, in every audited Region where there are any. */
export function endpointTargets(facts: { readonly estate: Estate<'endpoints'>; readonly scope: Scope }): readonly AccessTarget[] {
  const arn = (name: string): string => `arn:${facts.scope.partition}:sagemaker:REGION:${facts.scope.account}:endpoint/${name}`;
  return regionRows(facts, 'endpoints').flatMap(({ region, rows, gap }) => {
    if (rows.length === 0 && gap === undefined) return [];
    const examples = [...rows.map(({ summary }) => summary.EndpointName ?? ''), 'example'].map(arn);
    return invocations.map((action): AccessTarget => {
      const question = { action: `sagemaker:${action}`, resource: arn('?*'), examples, demands: {} };
      return { question, region, gap: rows.length === 0 ? gap : undefined };
    });
  });
}
