import type { Fact } from '../inventory/fact.ts';
import type { Model } from '../inventory/sections/models.ts';
import type { TransformJob } from '../inventory/sections/transform-jobs.ts';
import { unreadServing } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { modelPosture } from './model-workload.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

/**
 * A batch transform job: where its model puts it, and as isolated as that is. It has no network settings of its own.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html
 */
export function transformJobWorkload({ summary, detail }: TransformJob, models: Fact<readonly Model[]>, where: Where): Workload {
  const { TransformJobName: name, TransformJobArn, TransformJobStatus } = summary;
  const posture = detail.known ? modelPosture(detail.value.ModelName ?? '', models, where) : unreadServing(detail.gap);
  return {
    kind: 'transform-job',
    ...jobResource('TransformJob', name, TransformJobArn, TransformJobStatus, where),
    ...posture,
    ...(detail.known ? { template: templateOf(detail.value) } : {}),
  };
}

function templateOf(job: Extract<TransformJob['detail'], { known: true }>['value']): string {
  const { TransformJobName: name, ModelName = '', ExperimentConfig, AutoMLJobArn, LabelingJobArn } = job;
  const from = jobTemplate({ name, experiment: ExperimentConfig?.ExperimentName, startedBy: [AutoMLJobArn, LabelingJobArn] });
  return [...(from === '' ? [] : [from]), `model ${ModelName}`].join(', ');
}
