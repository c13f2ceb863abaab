const inSearch = 'of training jobs, tuning jobs and models it is read; the describe of each other kind reads the same';
const bindsUrls = 'binds the S3 URLs of a task to the address of its worker, which no requirement asks for';

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
  'ListWorkteams: Workteams.WorkerAccessConfiguration.S3Presign.IamPolicyConstraints.SourceIp': bindsUrls,
  'ListWorkteams: Workteams.WorkerAccessConfiguration.S3Presign.IamPolicyConstraints.VpcSourceIp': bindsUrls,
  DescribeAutoMLJob: 'DescribeAutoMLJobV2 tells it of jobs of both versions',
  Search: inSearch,
};
