import { known, type Fact } from '../inventory/fact.ts';
import type { EndpointConfigDetail } from '../inventory/sections/endpoint-configs.ts';
import type { Model } from '../inventory/sections/models.ts';
import { unresolvedPosture, type Posture } from './container-part.ts';
import { modelPosture } from './model-workload.ts';
import { containerConnections, isolationOf, outsideOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Isolation, WorkloadPlacement } from './workload.ts';

const source = 'sagemaker:DescribeEndpointConfig';

/** What the configuration of an endpoint says itself of the containers on it. @param code what is known of the code in them */
export function configPosture(config: EndpointConfigDetail, code: Pick<Isolation, 'exemptImage' | 'foreignCode'> = {}): Posture {
  const origin = { source, of: config.EndpointConfigName ?? '' };
  return {
    placements: placementOf(config.VpcConfig, origin),
    connections: containerConnections(config, origin),
    unresolved: [],
    outside: outsideOf(config.VpcConfig, origin),
    isolation: [known(isolationOf(config, origin, code))],
  };
}

/**
 * A model on an endpoint. AWS says of the configuration that it isolates all model containers on the endpoint, and of the model that it isolates
 * its own: either is enough. Of the VPCs that they name AWS says that hosted models have access to the one, and that hosting uses the other, and
 * does not say which counts where they differ.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
 *
 * @param own what the configuration says itself
 */
export function servedModel(
  config: EndpointConfigDetail,
  own: Posture,
  name: string,
  models: Fact<readonly Model[]>,
  where: Where,
): Posture {
  if (config.EnableNetworkIsolation === true) return own;
  const model = modelPosture(name, models, where);
  if (own.placements.length === 0) return model;
  const isolated = model.connections.length > 0 && model.connections.every((each) => each.known && each.value.kind === 'isolated');
  if (isolated) return { ...own, isolation: model.isolation, connections: model.connections };
  if (model.placements.some((placement) => placement.known && !isAt(placement.value, own.placements))) {
    const of = config.EndpointConfigName ?? '';
    const reason = `its configuration ${of} and its model ${name} name different VPC settings, and AWS does not document which count`;
    return { ...unresolvedPosture(reason, { source, path: 'VpcConfig', of }), isolation: model.isolation };
  }
  return { ...own, isolation: model.isolation, unresolved: model.unresolved };
}

/** Do these name the same subnets and groups? */
function isAt(placement: WorkloadPlacement, others: Posture['placements']): boolean {
  return others.every(
    (other) =>
      other.known && same(other.value.subnetIds, placement.subnetIds) && same(other.value.securityGroupIds, placement.securityGroupIds),
  );
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return [...new Set(some)].sort().join() === [...new Set(others)].sort().join();
}
