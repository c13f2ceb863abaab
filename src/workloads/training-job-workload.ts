import { known, missing } from '../inventory/fact.ts';
import { isFinishedJob } from '../inventory/finished-job.ts';
import type { TrainingJob, TrainingJobDetail } from '../inventory/sections/training-jobs.ts';
import { containerConnections, isolationOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { ClusterTraffic, Workload } from './workload.ts';

const source = 'sagemaker:DescribeTrainingJob';

/** A training job, running or finished: as it was configured. */
export function trainingJobWorkload({ summary, detail }: TrainingJob, { account, region }: Where): Workload {
  const name = summary.TrainingJobName ?? '';
  return {
    kind: 'training-job',
    resource: { type: 'AWS::SageMaker::TrainingJob', name, arn: summary.TrainingJobArn ?? '', account, region },
    lifecycle: isFinishedJob(summary.TrainingJobStatus) ? 'finished' : 'running',
    placements: detail.known ? placementOf(detail.value.VpcConfig, { source, of: name }) : [missing(detail.gap)],
    unresolved: [],
    connections: detail.known ? containerConnections(detail.value, { source, of: name }) : [missing(detail.gap)],
    isolation: isolationOf(detail, source),
    traffic: detail.known ? known(trafficOf(detail.value)) : missing(detail.gap),
  };
}

/** A heterogeneous cluster has groups of instances in place of one count. Encryption is off where the flag is absent. */
function trafficOf({ ResourceConfig, EnableInterContainerTrafficEncryption: flag }: TrainingJobDetail): ClusterTraffic {
  const groups = ResourceConfig?.InstanceGroups ?? [];
  const counts = groups.map(({ InstanceCount }) => InstanceCount);
  const instances: ClusterTraffic['instances'] =
    groups.length === 0
      ? { value: ResourceConfig?.InstanceCount, source, path: 'ResourceConfig.InstanceCount', stated: true }
      : {
          value: counts.includes(undefined) ? undefined : counts.reduce((sum: number, count) => sum + (count ?? 0), 0),
          source,
          path: 'ResourceConfig.InstanceGroups[].InstanceCount',
          stated: true,
        };
  return {
    instances,
    encrypted: { value: flag ?? false, source, path: 'EnableInterContainerTrafficEncryption', stated: flag !== undefined },
  };
}
