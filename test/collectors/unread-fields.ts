const inSearch = 'of training jobs, tuning jobs and models it is read; the describe of each other kind reads the same';

/**
 * Fields of SageMaker's answers that speak of the network, which no collector reads, and why: a whole operation, or `Operation: path` for one
 * field. An excuse that is of no use any more fails the test.
 */
export const unreadFieldReasons: Readonly<Record<string, string>> = {
  'DescribeCluster: InstanceGroups.InstanceStorageConfigs.EbsVolumeConfig.RootVolume':
    'the volume that an instance starts from, no root user',
  'DescribeCluster: RestrictedInstanceGroups.InstanceStorageConfigs.EbsVolumeConfig.RootVolume':
    'the volume that an instance starts from, no root user',
  DescribeClusterEvent: 'what happened once: where the groups of a cluster are, DescribeCluster says',
  DescribeClusterNode: 'a node is where its group is, and asking for each would be a call for each',
  DescribeSpace: 'ListSpaces tells it',
  DescribeWorkforce: 'ListWorkforces tells it',
  DescribeWorkteam: 'ListWorkteams tells the same',
  ListWorkteams: 'binds the S3 URLs of a labeling task to the address of its worker, which no requirement asks for',
  DescribeAutoMLJob: 'DescribeAutoMLJobV2 tells it of jobs of both versions',
  Search: inSearch,
};
