import { known } from '../inventory/fact.ts';
import type { LabelingJob, LabelingJobDetail } from '../inventory/sections/labeling-jobs.ts';
import { unreadServing, type Posture } from './container-part.ts';
import { jobResource } from './job-resource.ts';
import { jobTemplate } from './job-template.ts';
import { containerConnections, outsideOf, placementOf } from './vpc-config.ts';
import type { Where } from './where.ts';
import type { Workload } from './workload.ts';

const source = 'sagemaker:DescribeLabelingJob';

/**
 * A labeling job: the training and transform jobs that it starts where labeling is automated. People alone need no container.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_LabelingJobResourceConfig.html
 */
export function labelingJobWorkload({ summary, detail }: LabelingJob, where: Where): Workload {
  const { LabelingJobName: name, LabelingJobArn: arn, LabelingJobStatus: status } = summary;
  return {
    kind: 'labeling-job',
    ...jobResource('LabelingJob', name, arn, status, where),
    ...(detail.known ? postureOfJob(detail.value, name ?? '') : { ...unreadServing(detail.gap), isolation: [], limits }),
  };
}

const limits = known({ isolation: 'labeling jobs have no such setting' });
const manual = 'labeling is not automated, so that the job runs no containers';

function postureOfJob(
  { LabelingJobAlgorithmsConfig: automated, RoleArn }: LabelingJobDetail,
  of: string,
): Posture & Pick<Workload, 'limits' | 'template'> {
  const template = jobTemplate({ name: of, role: RoleArn });
  if (automated === undefined) {
    return { placements: [], connections: [], unresolved: [], isolation: [], limits: known({ vpc: manual, isolation: manual }), template };
  }
  const origin = { source, of, at: 'LabelingJobAlgorithmsConfig.LabelingJobResourceConfig.' };
  const config = automated.LabelingJobResourceConfig?.VpcConfig;
  return {
    placements: placementOf(config, origin),
    connections: containerConnections({ VpcConfig: config }, origin),
    unresolved: [],
    outside: outsideOf(config, origin),
    isolation: [],
    limits,
    template,
  };
}
