import { known } from '../inventory/fact.ts';
import type { Job, JobDetail } from '../inventory/sections/jobs.ts';
import { unreadServing, unresolvedPosture, type Posture } from './container-part.ts';
import { vpcConnections } from './connection.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeJob';

/** A Job: where the VpcConfig of its configuration document puts it. */
export function jobWorkload({ summary, detail }: Job, where: Where): Workload {
  const { JobName: name, JobArn: arn, JobStatus: status, JobCategory } = summary;
  return {
    kind: 'job',
    ...jobResource('Job', name, arn, status, where),
    ...(detail.known ? postureOfJob(detail.value) : unreadServing(detail.gap)),
    isolation: [],
    limits: known({ isolation: 'nothing in the API tells of isolation of such jobs' }),
    ...(detail.known ? { template: [JobCategory, jobTemplate({ name, role: detail.value.RoleArn })].join(', ') } : {}),
  };
}

/** What a document means that names no VPC is not documented. */
function postureOfJob({ JobName: of = '', Network }: JobDetail): Posture {
  const configs = Network.VpcConfigs;
  const placements = configs.flatMap((config) => placementOf(config, { source, of, at: 'JobConfigDocument: ' }));
  if (placements.length > 0) return { placements, connections: vpcConnections(placements), unresolved: [], isolation: [] };
  const reason = Network.Readable
    ? 'its configuration document names no VPC, and AWS does not document where it runs then'
    : 'its configuration document is not JSON';
  return unresolvedPosture(reason, { source, path: 'JobConfigDocument', of });
}
