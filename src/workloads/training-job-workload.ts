import type { TrainingJob, TrainingJobDetail } from '../inventory/sections/training-jobs.ts';
import { postureOf, unreadPosture, type ContainerPart } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { trainingFleet, trainingInstances } from './training-instances.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeTrainingJob';

/** A training job, running or finished: as it was configured. */
export function trainingJobWorkload({ summary, detail }: TrainingJob, where: Where): Workload {
  const { TrainingJobName: name, TrainingJobArn, TrainingJobStatus } = summary;
  return {
    kind: 'training-job',
    ...jobResource('TrainingJob', name, TrainingJobArn, TrainingJobStatus, where),
    ...(detail.known
      ? { ...postureOf([partOf(detail.value, name ?? '')], where.account), template: templateOf(detail.value) }
      : unreadPosture(detail.gap)),
  };
}

function partOf(job: TrainingJobDetail, of: string): ContainerPart {
  return {
    origin: { source, of },
    settings: job,
    image: job.AlgorithmSpecification?.TrainingImage,
    algorithm: job.AlgorithmSpecification?.AlgorithmName,
    instances: trainingInstances(job.ResourceConfig, source, 'ResourceConfig.'),
    fleets: [trainingFleet(job.ResourceConfig)],
  };
}

function templateOf(job: TrainingJobDetail): string {
  return jobTemplate({
    name: job.TrainingJobName,
    image: job.AlgorithmSpecification?.TrainingImage ?? job.AlgorithmSpecification?.AlgorithmName,
    role: job.RoleArn,
    experiment: job.ExperimentConfig?.ExperimentName,
    startedBy: [job.TuningJobArn, job.AutoMLJobArn, job.LabelingJobArn],
  });
}
