import { missing, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { Endpoint } from '../inventory/sections/endpoints.ts';
import type { Model } from '../inventory/sections/models.ts';
import { placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload, WorkloadPlacement } from './workload.ts';

type Placements = Pick<Workload, 'placements' | 'unresolved'>;

/**
 * An endpoint: where its configuration and the models of its variants, shadows too, put it.
 *
 * Configuration and models can be deleted while the endpoint runs on; then nobody can tell any more.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpointConfig.html
 */
export function endpointWorkload(
  { summary, detail }: Endpoint,
  configs: Fact<readonly EndpointConfig[]>,
  models: Fact<readonly Model[]>,
  { account, region }: Where,
): Workload {
  const configName = detail.known ? detail.value.EndpointConfigName : undefined;
  return {
    kind: 'endpoint',
    resource: { type: 'AWS::SageMaker::Endpoint', name: summary.EndpointName ?? '', arn: summary.EndpointArn ?? '', account, region },
    lifecycle: 'running',
    ...(detail.known ? byConfig(configName ?? '', configs, models) : { placements: [missing(detail.gap)], unresolved: [] }),
  };
}

function byConfig(name: string, configs: Fact<readonly EndpointConfig[]>, models: Fact<readonly Model[]>): Placements {
  if (!configs.known) return { placements: [missing(configs.gap)], unresolved: [] };
  const config = indexBy(configs.value, configNameOf).get(name);
  if (config === undefined) return { placements: [], unresolved: [`its configuration ${name} has been deleted`] };
  if (!config.detail.known) return { placements: [missing(config.detail.gap)], unresolved: [] };
  const own = placementOf(config.detail.value.VpcConfig, { source: 'sagemaker:DescribeEndpointConfig', of: name });
  const parts = modelNamesOf(config.detail.value).map((model) => byModel(model, models));
  return {
    placements: [...own, ...parts.flatMap((part) => part.placements)],
    unresolved: parts.flatMap((part) => part.unresolved),
  };
}

function byModel(name: string, models: Fact<readonly Model[]>): Placements {
  if (!models.known) return { placements: [missing<WorkloadPlacement>(models.gap)], unresolved: [] };
  const model = indexBy(models.value, modelNameOf).get(name);
  if (model === undefined) return { placements: [], unresolved: [`its model ${name} has been deleted`] };
  const { detail } = model;
  if (!detail.known) return { placements: [missing(detail.gap)], unresolved: [] };
  return { placements: placementOf(detail.value.VpcConfig, { source: 'sagemaker:DescribeModel', of: name }), unresolved: [] };
}

function modelNamesOf(config: EndpointConfigDetail): readonly string[] {
  const variants = [...(config.ProductionVariants ?? []), ...(config.ShadowProductionVariants ?? [])];
  return [...new Set(variants.flatMap(({ ModelName }) => ModelName ?? []))];
}

const configNameOf = (config: EndpointConfig): string | undefined => config.summary.EndpointConfigName;
const modelNameOf = (model: Model): string | undefined => model.summary.ModelName;
