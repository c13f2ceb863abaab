import { known, type Fact } from '../inventory/fact.ts';
import { vpcConnections, type Connection, type ConnectionGround } from './connection.ts';
import type { Isolation, WorkloadPlacement } from './workload.ts';

/** Subnets and groups, as every kind of job and model states them. */
export interface VpcConfig {
  readonly Subnets?: readonly string[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/** Which answer says so, and of which object. */
export interface Origin {
  readonly source: string;
  readonly of: string;
  /** Where in the answer the settings stand, with a full stop at its end; at the top unless said otherwise. */
  readonly at?: string;
}

/** The placement that a VpcConfig describes; none where it is absent or names no subnet. */
export function placementOf(config: VpcConfig | undefined, { at = '', ...origin }: Origin): readonly Fact<WorkloadPlacement>[] {
  if (config?.Subnets === undefined || config.Subnets.length === 0) return [];
  const ids = config.SecurityGroupIds ?? [];
  return [
    known({
      subnetIds: config.Subnets,
      securityGroupIds: ids,
      subnetsPath: `${at}VpcConfig.Subnets`,
      groupsFrom: [{ ids, path: `${at}VpcConfig.SecurityGroupIds`, ...origin }],
      ...origin,
    }),
  ];
}

/** EnableNetworkIsolation, which AWS documents to be off where it is absent. */
export function isolationOf(
  { EnableNetworkIsolation: stated }: { readonly EnableNetworkIsolation?: boolean | undefined },
  { source, of, at = '' }: Origin,
  code: Pick<Isolation, 'exemptImage' | 'foreignCode'> = {},
): Isolation {
  return { value: stated === true, source, path: `${at}EnableNetworkIsolation`, stated: stated !== undefined, of, ...code };
}

/** What says that there is no VPC, where that is so. */
export function outsideOf(config: VpcConfig | undefined, origin: Origin): readonly ConnectionGround[] {
  const { source, of, at = '' } = origin;
  return placementOf(config, origin).length > 0 ? [] : [{ source, of, path: `${at}VpcConfig`, value: null }];
}

/**
 * The connections of containers: none where they are isolated; by their VpcConfig where there is one; and otherwise by a network of SageMaker's,
 * which reaches the internet. https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
 */
export function containerConnections(
  detail: { readonly VpcConfig?: VpcConfig | undefined; readonly EnableNetworkIsolation?: boolean | undefined },
  origin: Origin,
): readonly Fact<Connection>[] {
  if (detail.EnableNetworkIsolation === true) {
    const { source, of, at = '' } = origin;
    return [known({ kind: 'isolated', ground: { source, of, path: `${at}EnableNetworkIsolation`, value: true } })];
  }
  const placements = placementOf(detail.VpcConfig, origin);
  if (placements.length > 0) return vpcConnections(placements);
  return outsideOf(detail.VpcConfig, origin).map((ground) => known({ kind: 'service-network', ground }));
}
