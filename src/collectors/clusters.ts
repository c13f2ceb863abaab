import { clusterShape, clusterSummaryShape } from '../inventory/sections/clusters.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'clusters',
  list: 'sagemaker:ListClusters',
  describe: 'sagemaker:DescribeCluster',
  pages: (sdk, paging, abort) => sdk.paginateListClusters(paging, {}, abort),
  rows: ({ ClusterSummaries }) => ClusterSummaries,
  explain: ({ ClusterName }, { sdk, client, abort }) => client.send(new sdk.DescribeClusterCommand({ ClusterName }), abort),
  arn: 'ClusterArn',
  summaryShape: clusterSummaryShape,
  shape: clusterShape,
}) satisfies Collector<'clusters'>;
