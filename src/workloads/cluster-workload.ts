import { known, type Fact } from '../inventory/fact.ts';
import type { Cluster, ClusterDetail } from '../inventory/sections/clusters.ts';
import { vpcConnections, type Connection } from './connection.ts';
import { unread, type Placed } from './placed.ts';
import { placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeCluster';

/** A HyperPod cluster: each of its instance groups is where the cluster is, unless the group says otherwise. */
export function clusterWorkload(cluster: Cluster, where: Where): Workload {
  return {
    kind: 'cluster',
    resource: clusterResource(cluster, where),
    lifecycle: 'running',
    isolation: [],
    ...(cluster.detail.known ? placed(cluster.detail.value) : unread(cluster.detail.gap)),
  };
}

/** The cluster as the resource of a finding. */
export function clusterResource({ summary }: Cluster, { account, region }: Where) {
  return { type: 'AWS::SageMaker::Cluster', name: summary.ClusterName ?? '', arn: summary.ClusterArn ?? '', account, region };
}

type VpcConfig = ClusterDetail['VpcConfig'];

/** An instance group, and the VPC that it names in place of its cluster's. */
export interface ClusterGroup {
  readonly name: string;
  /** Where it stands in the answer, such as `InstanceGroups[0]`. */
  readonly path: string;
  readonly override: VpcConfig;
}

/**
 * All instance groups of a cluster, restricted ones too. What a group names replaces the VpcConfig of the cluster.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ClusterInstanceGroupSpecification.html
 */
export function groupsOf({ InstanceGroups, RestrictedInstanceGroups }: ClusterDetail): readonly ClusterGroup[] {
  return [
    ...(InstanceGroups ?? []).map((group, at) => groupAt(group, `InstanceGroups[${at}]`)),
    ...(RestrictedInstanceGroups ?? []).map((group, at) => groupAt(group, `RestrictedInstanceGroups[${at}]`)),
  ];
}

function groupAt(
  { InstanceGroupName, OverrideVpcConfig }: { InstanceGroupName?: string | undefined; OverrideVpcConfig?: VpcConfig },
  path: string,
) {
  return { name: InstanceGroupName ?? '', path, override: OverrideVpcConfig };
}

/**
 * A cluster without groups still has the VPC in which they would be made. Without a VpcConfig, which only Slurm lets a cluster do, instances
 * are in a VPC of SageMaker's platform.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites.html
 */
function placed(cluster: ClusterDetail): Placed {
  const of = cluster.ClusterName ?? '';
  const groups = groupsOf(cluster);
  const overrides = groups.flatMap(({ path, override }) => placementOf(override, { source, of, at: `${path}.Override` }));
  const inherits = groups.length === 0 || groups.some(({ override }) => override === undefined);
  const own = inherits ? placementOf(cluster.VpcConfig, { source, of }) : [];
  const placements = [...own, ...overrides];
  const ground = { source, path: 'VpcConfig', value: null, of };
  const outside: readonly Fact<Connection>[] = inherits && own.length === 0 ? [known({ kind: 'service-network', ground })] : [];
  return { placements, connections: [...outside, ...vpcConnections(placements)], unresolved: [] };
}
