import { known, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { EndpointConfig } from '../inventory/sections/endpoint-configs.ts';
import type { Model, ModelDetail } from '../inventory/sections/models.ts';
import { unreadServing, unresolvedPosture, type Posture } from './container-part.ts';
import { codeOf } from './code-of.ts';
import { serverlessLimits } from './serverless-limits.ts';
import { containerConnections, isolationOf, outsideOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeModel';

/**
 * A model: how its containers run on any endpoint or in any transform job that uses it.
 *
 * @param configs the endpoint configurations, which tell whether it serves on serverless variants alone
 */
export function modelWorkload(model: Model, configs: Fact<readonly EndpointConfig[]> | undefined, where: Where): Workload {
  const name = model.summary.ModelName ?? '';
  return {
    kind: 'model',
    resource: modelResource(model, where),
    lifecycle: 'configured',
    ...postureOfModel(model, where),
    ...(configs === undefined ? {} : { limits: serverlessLimits(name, configs) }),
  };
}

/** The posture that a model of this name gives to what uses it. */
export function modelPosture(name: string, models: Fact<readonly Model[]>, where: Where): Posture {
  if (!models.known) return unreadServing(models.gap);
  const model = indexBy(models.value, modelNameOf).get(name);
  if (model !== undefined) return postureOfModel(model, where);
  return unresolvedPosture(`its model ${name} has been deleted`, { source: 'sagemaker:ListModels', path: name, of: name });
}

function postureOfModel({ summary, detail }: Model, { account }: Where): Posture {
  const origin = { source, of: summary.ModelName ?? '' };
  if (!detail.known) return unreadServing(detail.gap);
  const containers = containersOf(detail.value);
  const code = codeOf(
    containers.map(({ Image }) => Image),
    containers.map(({ ModelPackageName }) => ModelPackageName),
    account,
  );
  return {
    placements: placementOf(detail.value.VpcConfig, origin),
    connections: containerConnections(detail.value, origin),
    unresolved: [],
    outside: outsideOf(detail.value.VpcConfig, origin),
    isolation: [known(isolationOf(detail.value, origin, code))],
  };
}

function containersOf({ PrimaryContainer, Containers = [] }: ModelDetail) {
  return [...(PrimaryContainer === undefined ? [] : [PrimaryContainer]), ...Containers];
}

const modelNameOf = (model: Model): string | undefined => model.summary.ModelName;
/** The model as the resource of a finding. */
export function modelResource({ summary }: Model, { account, region }: Where) {
  return { type: 'AWS::SageMaker::Model', name: summary.ModelName ?? '', arn: summary.ModelArn ?? '', account, region };
}
