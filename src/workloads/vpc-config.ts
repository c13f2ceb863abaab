import { known, missing, type Fact } from '../inventory/fact.ts';
import type { Setting, WorkloadPlacement } from './workload.ts';

interface VpcConfig {
  readonly Subnets?: readonly string[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/** The placement that a VpcConfig describes; none where it is absent or names no subnet. */
export function placementOf(
  config: VpcConfig | undefined,
  origin: { readonly source: string; readonly of: string },
): readonly Fact<WorkloadPlacement>[] {
  if (config?.Subnets === undefined || config.Subnets.length === 0) return [];
  const ids = config.SecurityGroupIds ?? [];
  return [
    known({
      subnetIds: config.Subnets,
      securityGroupIds: ids,
      subnetsPath: 'VpcConfig.Subnets',
      groupsFrom: [{ ids, path: 'VpcConfig.SecurityGroupIds', ...origin }],
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
