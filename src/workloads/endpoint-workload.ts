import { known, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { Endpoint } from '../inventory/sections/endpoints.ts';
import type { Model } from '../inventory/sections/models.ts';
import type { Connection } from './connection.ts';
import { unread, type Placed } from './placed.ts';
import { containerConnections, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const configSource = 'sagemaker:DescribeEndpointConfig';

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
    ...(detail.known ? byConfig(configName ?? '', configs, models) : unread(detail.gap)),
  };
}

function deleted(kind: 'configuration' | 'model', name: string): Placed {
  const source = kind === 'model' ? 'sagemaker:ListModels' : 'sagemaker:ListEndpointConfigs';
  const reason = `its ${kind} ${name} has been deleted`;
  const ground = { source, path: name, value: null, of: name };
  return { placements: [], connections: [known({ kind: 'unknown', ground, reason })], unresolved: [reason] };
}

function byConfig(name: string, configs: Fact<readonly EndpointConfig[]>, models: Fact<readonly Model[]>): Placed {
  if (!configs.known) return unread(configs.gap);
  const config = indexBy(configs.value, configNameOf).get(name);
  if (config === undefined) return deleted('configuration', name);
  if (!config.detail.known) return unread(config.detail.gap);
  const { value } = config.detail;
  const own = placementOf(value.VpcConfig, { source: configSource, of: name });
  const parts = modelNamesOf(value).map((model) => byModel(model, models));
  return {
    placements: [...own, ...parts.flatMap((part) => part.placements)],
    connections: [...configConnections(value), ...parts.flatMap((part) => part.connections)],
    unresolved: parts.flatMap((part) => part.unresolved),
  };
}

/**
 * What the configuration itself connects: inference components, whose variants name no model, and serverless variants, which know neither VPC
 * nor isolation. https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html#serverless-endpoints-how-it-works-exclusions
 */
function configConnections(config: EndpointConfigDetail): readonly Fact<Connection>[] {
  const variants = variantsOf(config);
  const of = config.EndpointConfigName ?? '';
  const components = variants.some(({ ModelName, ServerlessConfig }) => ModelName === undefined && ServerlessConfig === undefined);
  const ground = { source: configSource, path: 'ProductionVariants[].ServerlessConfig', value: true, of };
  return [
    ...(components ? containerConnections(config, { source: configSource, of }) : []),
    ...(variants.some(isServerless) ? [known<Connection>({ kind: 'service-network', ground })] : []),
  ];
}

function byModel(name: string, models: Fact<readonly Model[]>): Placed {
  if (!models.known) return unread(models.gap);
  const model = indexBy(models.value, modelNameOf).get(name);
  if (model === undefined) return deleted('model', name);
  const { detail } = model;
  if (!detail.known) return unread(detail.gap);
  const origin = { source: 'sagemaker:DescribeModel', of: name };
  return {
    placements: placementOf(detail.value.VpcConfig, origin),
    connections: containerConnections(detail.value, origin),
    unresolved: [],
  };
}

type Variant = NonNullable<EndpointConfigDetail['ProductionVariants']>[number];

function variantsOf(config: EndpointConfigDetail): readonly Variant[] {
  return [...(config.ProductionVariants ?? []), ...(config.ShadowProductionVariants ?? [])];
}

function isServerless({ ServerlessConfig }: Variant): boolean {
  return ServerlessConfig !== undefined;
}

function modelNamesOf(config: EndpointConfigDetail): readonly string[] {
  return [...new Set(variantsOf(config).flatMap((variant) => (isServerless(variant) ? [] : (variant.ModelName ?? []))))];
}

const configNameOf = (config: EndpointConfig): string | undefined => config.summary.EndpointConfigName;
const modelNameOf = (model: Model): string | undefined => model.summary.ModelName;
