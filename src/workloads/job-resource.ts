import type { Resource } from '../core/resource.ts';
import { isFinishedJob } from '../inventory/finished-job.ts';
import type { Where } from './where.ts';
import type { Lifecycle } from './workload.ts';

/** A job as the resource of a finding, and whether it is history. */
export function jobResource(
  type: string,
  name: string | undefined,
  arn: string | undefined,
  status: string | undefined,
  { account, region }: Where,
): { readonly resource: Resource; readonly lifecycle: Lifecycle } {
  return {
    resource: { type: `AWS::SageMaker::${type}`, name: name ?? '', arn: arn ?? '', account, region },
    lifecycle: isFinishedJob(status) ? 'finished' : 'running',
  };
}
