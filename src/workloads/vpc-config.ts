import { known, missing, type Fact } from '../inventory/fact.ts';
import { vpcConnections, type Connection } from './connection.ts';
import type { Setting, WorkloadPlacement } from './workload.ts';

interface VpcConfig {
  readonly Subnets?: readonly string[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/**
 * The placement that a VpcConfig describes; none where it is absent or names no subnet.
 *
 * @param path where it stands in the answer
 */
export function placementOf(
  config: VpcConfig | undefined,
  origin: { readonly source: string; readonly of: string },
  path = 'VpcConfig',
): readonly Fact<WorkloadPlacement>[] {
  if (config?.Subnets === undefined || config.Subnets.length === 0) return [];
  const ids = config.SecurityGroupIds ?? [];
  return [
    known({
      subnetIds: config.Subnets,
      securityGroupIds: ids,
      subnetsPath: `${path}.Subnets`,
      groupsFrom: [{ ids, path: `${path}.SecurityGroupIds`, ...origin }],
      ...origin,
    }),
  ];
}

/** EnableNetworkIsolation, which AWS documents to be off where it is absent. */
export function isolationOf(
  detail: Fact<{ readonly EnableNetworkIsolation?: boolean | undefined }>,
  source: string,
): Fact<Setting<boolean>> {
  if (!detail.known) return missing(detail.gap);
  const stated = detail.value.EnableNetworkIsolation;
  return known({ value: stated ?? false, source, path: 'EnableNetworkIsolation', stated: stated !== undefined });
}

/**
 * The connections of containers: none where they are isolated; by their VpcConfig where there is one; and otherwise by a network of SageMaker's,
 * which reaches the internet. https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
 */
export function containerConnections(
  detail: { readonly VpcConfig?: VpcConfig | undefined; readonly EnableNetworkIsolation?: boolean | undefined },
  origin: { readonly source: string; readonly of: string },
): readonly Fact<Connection>[] {
  if (detail.EnableNetworkIsolation === true) {
    return [known({ kind: 'isolated', ground: { ...origin, path: 'EnableNetworkIsolation', value: true } })];
  }
  const placements = placementOf(detail.VpcConfig, origin);
  if (placements.length > 0) return vpcConnections(placements);
  return [known({ kind: 'service-network', ground: { ...origin, path: 'VpcConfig', value: null } })];
}
