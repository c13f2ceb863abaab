import { known, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { EndpointConfig, EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { Endpoint } from '../inventory/sections/endpoints.ts';
import type { InferenceComponent } from '../inventory/sections/inference-components.ts';
import type { Model } from '../inventory/sections/models.ts';
import { componentPosture } from './component-posture.ts';
import { unresolvedPosture } from './container-part.ts';
import { holdsComponents, isServerless, modelNamesOf, variantsOf } from './endpoint-variants.ts';
import { unread, type Placed } from './placed.ts';
import { configPosture, servedModel } from './served-model.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/** What an endpoint is made of. */
export interface EndpointParts {
  readonly endpointConfigs: Fact<readonly EndpointConfig[]>;
  readonly models: Fact<readonly Model[]>;
  readonly inferenceComponents: Fact<readonly InferenceComponent[]>;
}

/**
 * An endpoint: where its configuration, the models of its variants, shadows too, and its inference components put it.
 *
 * Configuration and models can be deleted while the endpoint runs on; then nobody can tell any more.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpointConfig.html
 */
export function endpointWorkload(endpoint: Endpoint, parts: EndpointParts, where: Where): Workload {
  const { summary, detail } = endpoint;
  return {
    kind: 'endpoint',
    resource: endpointResource(endpoint, where),
    lifecycle: 'running',
    isolation: [],
    ...(detail.known ? byConfig(detail.value.EndpointConfigName ?? '', summary.EndpointName ?? '', parts, where) : unread(detail.gap)),
  };
}

/** The endpoint as the resource of a finding. */
export function endpointResource({ summary }: Endpoint, { account, region }: Where) {
  const { EndpointName: name = '', EndpointArn: arn = '' } = summary;
  return { type: 'AWS::SageMaker::Endpoint', name, arn, account, region };
}

function byConfig(name: string, endpoint: string, parts: EndpointParts, where: Where): Placed {
  const { endpointConfigs, models, inferenceComponents } = parts;
  if (!endpointConfigs.known) return unread(endpointConfigs.gap);
  const config = indexBy(endpointConfigs.value, configNameOf).get(name);
  if (config === undefined) {
    return unresolvedPosture(`its configuration ${name} has been deleted`, {
      source: 'sagemaker:ListEndpointConfigs',
      path: name,
      of: name,
    });
  }
  if (!config.detail.known) return unread(config.detail.gap);
  const { value } = config.detail;
  const variants = variantsOf(value);
  const own = configPosture(value);
  const placed: readonly Placed[] = [
    ...(variants.some(holdsComponents) ? componentPosture(value, own, endpoint, inferenceComponents, models, where) : []),
    ...(variants.some(isServerless) ? [serverless(value)] : []),
    ...modelNamesOf(value).map((model) => servedModel(value, own, model, models, where)),
  ];
  // Several may follow the configuration, which is one place all the same.
  return {
    placements: [...new Set(placed.flatMap(({ placements }) => placements))],
    connections: [...new Set(placed.flatMap(({ connections }) => connections))],
    unresolved: placed.flatMap(({ unresolved }) => unresolved),
  };
}

function serverless({ EndpointConfigName: of = '' }: EndpointConfigDetail): Placed {
  const ground = { source: 'sagemaker:DescribeEndpointConfig', path: 'ProductionVariants[].ServerlessConfig', value: true, of };
  return { placements: [], connections: [known({ kind: 'service-network', ground })], unresolved: [] };
}

const configNameOf = (config: EndpointConfig): string | undefined => config.summary.EndpointConfigName;
