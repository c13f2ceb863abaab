import type { Evidence } from '../../core/evidence.ts';
import { known, need } from '../../inventory/fact.ts';
import { clusterResource, groupsOf } from '../../workloads/cluster-workload.ts';
import { defineCheck } from '../check.ts';
import { fail, pass } from '../verdict.ts';

const source = 'sagemaker:DescribeCluster';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

export default defineCheck({
  id: 'cluster-outside-vpc',
  title: 'HyperPod cluster has instances in no VPC of yours',
  severity: 'high',
  family: 'vpc-placement',
  requirements: ['VPC-11'],
  controls: [],
  description:
    'A HyperPod cluster that Slurm runs may have no VpcConfig; its instances are then in a VPC of SageMaker. People work on these instances for months, ' +
    'with software of their own and the role of the group, past every route, security group and log of your network. A group that names a VPC itself ' +
    '(OverrideVpcConfig) is there, wherever the cluster is; so both are looked at, for every instance group, restricted ones too.',
  remediation:
    'The VpcConfig of a cluster cannot be changed: create a new cluster with `--vpc-config`, move the work, and delete the old one. A group that is added ' +
    'by `aws sagemaker update-cluster` may name its own VPC with OverrideVpcConfig, which is fixed from then on; delete the groups outside. The VPC needs ' +
    'an S3 endpoint for the lifecycle scripts and the data, and a security group that admits all traffic of its own members.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ClusterInstanceGroupSpecification.html',
  ],
  needs: ['clusters'],
  *resources({ clusters, scope }) {
    for (const cluster of clusters) yield known({ resource: clusterResource(cluster, scope), about: cluster });
  },
  evaluate(cluster) {
    const detail = need(cluster.detail);
    const subnets = detail.VpcConfig?.Subnets;
    const own: Evidence = { source, path: 'VpcConfig.Subnets', value: subnets ?? null };
    const groups = groupsOf(detail);
    const evidence = groups.flatMap(({ path, override }): Evidence[] =>
      override === undefined ? [] : [{ source, path: `${path}.OverrideVpcConfig.Subnets`, value: override.Subnets ?? null }],
    );
    if (subnets !== undefined && subnets.length > 0) return pass('every instance group of the cluster is in a VPC', [own, ...evidence]);
    const outside = groups.filter(({ override }) => override === undefined);
    if (groups.length > 0 && outside.length === 0) {
      return pass('the cluster has no VpcConfig, but each of its instance groups names a VPC', [own, ...evidence]);
    }
    const named = outside.slice(0, shown).map(({ path, name }): Evidence => ({ source, path: `${path}.InstanceGroupName`, value: name }));
    const which = outside.length === groups.length ? 'its instances are' : `${outside.length} of its ${groups.length} instance groups are`;
    return fail(`the cluster has no VpcConfig: ${which} in a VPC of SageMaker`, [own, ...named]);
  },
});
