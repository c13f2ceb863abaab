import type { Gap } from '../../src/core/gap.ts';
import type { Cluster, ClusterDetail } from '../../src/inventory/sections/clusters.ts';
import type { Workforce } from '../../src/inventory/sections/workforces.ts';
import { account, detailOf, region } from './rows.ts';

const arn = (kind: string, name: string): string => `arn:aws:sagemaker:${region}:${account}:${kind}/${name}`;

/** A HyperPod cluster in subnet-1 with one instance group. */
export function cluster(name = 'cluster-1', given: Partial<ClusterDetail> | Gap = {}): Cluster {
  const usual: ClusterDetail = {
    ClusterName: name,
    ClusterArn: arn('cluster', 'a1b2c3d4e5f6'),
    ClusterStatus: 'InService',
    VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    InstanceGroups: [{ InstanceGroupName: 'workers', ExecutionRole: `arn:aws:iam::${account}:role/${name}` }],
    CreationTime: '2026-11-01T00:00:00.000Z',
  };
  const { ClusterArn, ClusterStatus } = usual;
  return { summary: { ClusterName: name, ClusterArn, ClusterStatus }, detail: detailOf(usual, given) };
}

/** A private workforce in vpc-1 that comes from one office. */
export function workforce(given: Partial<Workforce> = {}): Workforce {
  return {
    WorkforceName: 'private',
    WorkforceArn: arn('workforce', 'private-crowd/private'),
    Status: 'Active',
    SourceIpConfig: { Cidrs: ['203.0.113.0/24'] },
    WorkforceVpcConfig: { VpcId: 'vpc-1', Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    ...given,
  };
}
