import type { ProcessingJob, ProcessingJobDetail } from '../inventory/sections/processing-jobs.ts';
import { instancesAt, postureOf, unreadPosture, type ContainerPart } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import type { Where } from './where.ts';
import type { Setting, Workload } from './workload.ts';

const source = 'sagemaker:DescribeProcessingJob';

/** A processing job, running or finished, those that Clarify and monitoring schedules start among them. */
export function processingJobWorkload({ summary, detail }: ProcessingJob, where: Where): Workload {
  const { ProcessingJobName: name, ProcessingJobArn, ProcessingJobStatus } = summary;
  return {
    kind: 'processing-job',
    ...jobResource('ProcessingJob', name, ProcessingJobArn, ProcessingJobStatus, where),
    ...(detail.known
      ? { ...postureOf([partOf(detail.value, name ?? '')], where.account), template: templateOf(detail.value) }
      : unreadPosture(detail.gap)),
  };
}

/** Without a NetworkConfig there is no VPC, no isolation and no encryption of traffic. */
function partOf(job: ProcessingJobDetail, of: string): ContainerPart {
  return {
    origin: { source, of, at: 'NetworkConfig.' },
    settings: job.NetworkConfig ?? {},
    image: job.AppSpecification?.ImageUri,
    instances: instancesOf(job),
  };
}

/**
 * With preferences for several instance types each may have a count; the job runs on what was selected.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProcessingClusterConfig.html
 */
function instancesOf({ ProcessingResources }: ProcessingJobDetail): Setting<number | undefined> {
  const at = 'ProcessingResources.ClusterConfig.';
  const { InstanceCount, SelectedInstanceCount, InstancePreferences = [] } = ProcessingResources?.ClusterConfig ?? {};
  if (SelectedInstanceCount !== undefined) return instancesAt(SelectedInstanceCount, source, `${at}SelectedInstanceCount`);
  if (InstanceCount !== undefined || InstancePreferences.length === 0) return instancesAt(InstanceCount, source, `${at}InstanceCount`);
  const counts = InstancePreferences.map((preference) => preference.InstanceCount);
  const most = counts.includes(undefined) ? undefined : Math.max(...counts.map((count) => count ?? 0));
  return instancesAt(most, source, `${at}InstancePreferences[].InstanceCount`);
}

function templateOf(job: ProcessingJobDetail): string {
  return jobTemplate({
    name: job.ProcessingJobName,
    image: job.AppSpecification?.ImageUri,
    role: job.RoleArn,
    experiment: job.ExperimentConfig?.ExperimentName,
    startedBy: [job.MonitoringScheduleArn, job.AutoMLJobArn, job.TrainingJobArn],
  });
}
