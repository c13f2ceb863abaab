import { eachKnown, MissingFact, type Fact } from '../inventory/fact.ts';
import type { EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { InferenceComponent, InferenceComponentDetail } from '../inventory/sections/inference-components.ts';
import type { Model } from '../inventory/sections/models.ts';
import type { Posture } from './container-part.ts';
import { unread, type Placed } from './placed.ts';
import { servedModel } from './served-model.ts';
import type { Where } from './where.ts';

/**
 * Where the inference components of an endpoint run: each model where it and the configuration say. A component with a container of its own, and
 * an endpoint that has none yet, follow the configuration in any case; an adapter runs in the container of its base.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentSpecification.html
 *
 * @param own what the configuration says itself
 */
export function componentPosture(
  config: EndpointConfigDetail,
  own: Posture,
  endpoint: string,
  components: Fact<readonly InferenceComponent[]>,
  models: Fact<readonly Model[]>,
  where: Where,
): readonly Placed[] {
  if (config.EnableNetworkIsolation === true) return [own];
  const lost = own.placements.length > 0 ? () => [own] : (gap: Parameters<typeof unread>[0]) => [unread(gap)];
  if (!components.known) return lost(components.gap);
  const ofEndpoint = components.value.filter(({ summary }) => summary.EndpointName === endpoint);
  try {
    const { names, follows } = servedBy([...eachKnown(ofEndpoint.map(({ detail }) => detail))]);
    return [...(follows ? [own] : []), ...names.map((name) => servedModel(config, own, name, models, where))];
  } catch (error) {
    if (error instanceof MissingFact) return lost(error.gap);
    throw error;
  }
}

/** The models that components name, each once, and whether there is anything that follows the configuration alone. */
function servedBy(components: readonly InferenceComponentDetail[]): { readonly names: readonly string[]; readonly follows: boolean } {
  const specifications = components.flatMap(({ Specification, Specifications = [] }) => [
    ...(Specification === undefined ? [] : [Specification]),
    ...Specifications,
  ]);
  const bases = specifications.filter(({ BaseInferenceComponentName }) => BaseInferenceComponentName === undefined);
  const names = [...new Set(bases.flatMap(({ ModelName }) => ModelName ?? []))];
  return { names, follows: bases.length === 0 || bases.some(({ ModelName }) => ModelName === undefined) };
}
