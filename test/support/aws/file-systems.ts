import { AwsError } from './aws-error.ts';
import { cutList } from './cut-list.ts';
import { text, type Answer, type Call, type Handler } from './handler.ts';

/** A file system is there where it has a mount target, an access point or a policy. */
function fileSystemOf(call: Call): string {
  const id = text(call.input, 'FileSystemId') ?? '';
  const { MountTargets = [], AccessPoints = [], FileSystemPolicies = {} } = call.account.regions[call.region] ?? {};
  const there = [...MountTargets, ...AccessPoints].some(({ FileSystemId }) => FileSystemId === id) || FileSystemPolicies[id] !== undefined;
  if (!there) throw new AwsError('FileSystemNotFound', `File system '${id}' does not exist.`, 404);
  return id;
}

/** https://docs.aws.amazon.com/efs/latest/ug/API_DescribeMountTargets.html */
function mountTargets(call: Call): Answer {
  const id = fileSystemOf(call);
  const targets = call.account.regions[call.region]?.MountTargets?.filter(({ FileSystemId }) => FileSystemId === id) ?? [];
  const size = { name: 'MaxItems', min: 1, max: 100, usual: 100 };
  return cutList(call, targets, { member: 'MountTargets', size, token: { asked: 'Marker', given: 'NextMarker' } });
}

function mountTargetGroups(call: Call): Answer {
  const id = text(call.input, 'MountTargetId') ?? '';
  const { MountTargets = [], MountTargetSecurityGroups = {} } = call.account.regions[call.region] ?? {};
  if (!MountTargets.some(({ MountTargetId }) => MountTargetId === id)) {
    throw new AwsError('MountTargetNotFound', `Mount target '${id}' does not exist.`, 404);
  }
  return { SecurityGroups: MountTargetSecurityGroups[id] ?? [] };
}

/** https://docs.aws.amazon.com/efs/latest/ug/API_DescribeAccessPoints.html */
function accessPoints(call: Call): Answer {
  const id = fileSystemOf(call);
  const points = call.account.regions[call.region]?.AccessPoints?.filter(({ FileSystemId }) => FileSystemId === id) ?? [];
  const size = { name: 'MaxResults', min: 1, max: 100, usual: 100 };
  return cutList(call, points, { member: 'AccessPoints', size, token: { asked: 'NextToken', given: 'NextToken' } });
}

function fileSystemPolicy(call: Call): Answer {
  const FileSystemId = fileSystemOf(call);
  const Policy = call.account.regions[call.region]?.FileSystemPolicies?.[FileSystemId];
  if (Policy === undefined) throw new AwsError('PolicyNotFound', `The file system '${FileSystemId}' has no policy.`, 404);
  return { FileSystemId, Policy };
}

/** The operations of EFS that an audit asks for. */
export const fileSystemOperations: Readonly<Record<string, Handler>> = {
  'elasticfilesystem:DescribeMountTargets': mountTargets,
  'elasticfilesystem:DescribeMountTargetSecurityGroups': mountTargetGroups,
  'elasticfilesystem:DescribeAccessPoints': accessPoints,
  'elasticfilesystem:DescribeFileSystemPolicy': fileSystemPolicy,
};
