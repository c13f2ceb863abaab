import { missing } from '../inventory/fact.ts';
import type { Model } from '../inventory/sections/models.ts';
import { containerConnections, isolationOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeModel';

/** A model: how its containers run on any endpoint or in any transform job that uses it. */
export function modelWorkload(model: Model, where: Where): Workload {
  const { summary, detail } = model;
  const name = summary.ModelName ?? '';
  return {
    kind: 'model',
    resource: modelResource(model, where),
    lifecycle: 'configured',
    placements: detail.known ? placementOf(detail.value.VpcConfig, { source, of: name }) : [missing(detail.gap)],
    unresolved: [],
    connections: detail.known ? containerConnections(detail.value, { source, of: name }) : [missing(detail.gap)],
    isolation: isolationOf(detail, source),
  };
}

/** The model as the resource of a finding. */
export function modelResource({ summary }: Model, { account, region }: Where) {
  return { type: 'AWS::SageMaker::Model', name: summary.ModelName ?? '', arn: summary.ModelArn ?? '', account, region };
}
