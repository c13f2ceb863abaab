import { eachKnown, MissingFact, type Fact } from '../inventory/fact.ts';
import type { EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { InferenceComponent, InferenceComponentDetail } from '../inventory/sections/inference-components.ts';
import type { Model } from '../inventory/sections/models.ts';
import { modelPosture } from './model-workload.ts';
import { unread, type Placed } from './placed.ts';
import { containerConnections, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';

const source = 'sagemaker:DescribeEndpointConfig';

/**
 * Where the inference components of an endpoint run: where its configuration says, or where that says nothing, as the models say that they name.
 * A component with a container of its own, and an endpoint that has none yet, follow the configuration in any case; an adapter runs in the
 * container of its base.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentSpecification.html
 */
export function componentPosture(
  config: EndpointConfigDetail,
  endpoint: string,
  components: Fact<readonly InferenceComponent[]>,
  models: Fact<readonly Model[]>,
  where: Where,
): Placed {
  const origin = { source, of: config.EndpointConfigName ?? '' };
  const own: Placed = {
    placements: placementOf(config.VpcConfig, origin),
    connections: containerConnections(config, origin),
    unresolved: [],
  };
  if (own.placements.length > 0 || config.EnableNetworkIsolation === true) return own;
  if (!components.known) return unread(components.gap);
  const ofEndpoint = components.value.filter(({ summary }) => summary.EndpointName === endpoint);
  try {
    return byModels([...eachKnown(ofEndpoint.map(({ detail }) => detail))], own, models, where);
  } catch (error) {
    if (error instanceof MissingFact) return unread(error.gap);
    throw error;
  }
}

function byModels(components: readonly InferenceComponentDetail[], own: Placed, models: Fact<readonly Model[]>, where: Where): Placed {
  const specifications = components.flatMap(({ Specification, Specifications = [] }) => [
    ...(Specification === undefined ? [] : [Specification]),
    ...Specifications,
  ]);
  const bases = specifications.filter(({ BaseInferenceComponentName }) => BaseInferenceComponentName === undefined);
  const names = new Set(bases.flatMap(({ ModelName }) => ModelName ?? []));
  const withoutModel = bases.length === 0 || bases.some(({ ModelName }) => ModelName === undefined);
  const postures = [...names].map((name) => modelPosture(name, models, where));
  return {
    placements: postures.flatMap(({ placements }) => placements),
    connections: [...(withoutModel ? own.connections : []), ...postures.flatMap(({ connections }) => connections)],
    unresolved: postures.flatMap(({ unresolved }) => unresolved),
  };
}
