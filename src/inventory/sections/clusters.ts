import type { ClusterSummary, DescribeClusterResponse } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const clusterSummaryShape = shapeOf<ClusterSummary>()({ ClusterName: true, ClusterArn: true, ClusterStatus: true });

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeCluster.html
 *
 * Of the groups only where they are, with which role, and where their scripts lie; the environment of restricted groups is left out.
 */
export const clusterShape = shapeOf<DescribeClusterResponse>()({
  ClusterName: true,
  ClusterArn: true,
  ClusterStatus: true,
  VpcConfig: true,
  Orchestrator: { Eks: { ClusterArn: true } },
  InstanceGroups: {
    InstanceGroupName: true,
    ExecutionRole: true,
    OverrideVpcConfig: true,
    NetworkInterface: true,
    LifeCycleConfig: { SourceS3Uri: 'url' },
  },
  RestrictedInstanceGroups: { InstanceGroupName: true, ExecutionRole: true, OverrideVpcConfig: true },
  CreationTime: true,
});

export type ClusterDetail = Selected<DescribeClusterResponse, typeof clusterShape>;

export type Cluster = Described<Selected<ClusterSummary, typeof clusterSummaryShape>, ClusterDetail>;
