import { missing } from '../inventory/fact.ts';
import type { Model } from '../inventory/sections/models.ts';
import { containerConnections, isolationOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeModel';

/** A model: how its containers run on any endpoint or in any transform job that uses it. */
export function modelWorkload({ summary, detail }: Model, { account, region }: Where): Workload {
  const name = summary.ModelName ?? '';
  return {
    kind: 'model',
    resource: { type: 'AWS::SageMaker::Model', name, arn: summary.ModelArn ?? '', account, region },
    lifecycle: 'configured',
    placements: detail.known ? placementOf(detail.value.VpcConfig, { source, of: name }) : [missing(detail.gap)],
    unresolved: [],
    connections: detail.known ? containerConnections(detail.value, { source, of: name }) : [missing(detail.gap)],
    isolation: isolationOf(detail, source),
  };
}
