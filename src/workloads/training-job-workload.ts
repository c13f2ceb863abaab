import { missing } from '../inventory/fact.ts';
import { isFinishedJob } from '../inventory/finished-job.ts';
import type { TrainingJob } from '../inventory/sections/training-jobs.ts';
import { isolationOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

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
    isolation: isolationOf(detail, source),
  };
}
