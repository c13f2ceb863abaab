import type { DescribeLabelingJobResponse, LabelingJobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const labelingJobSummaryShape = shapeOf<LabelingJobSummary>()({
  LabelingJobName: true,
  LabelingJobArn: true,
  LabelingJobStatus: true,
  CreationTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeLabelingJob.html
 *
 * Without inputs and the task itself.
 */
export const labelingJobShape = shapeOf<DescribeLabelingJobResponse>()({
  LabelingJobName: true,
  LabelingJobArn: true,
  LabelingJobStatus: true,
  RoleArn: true,
  InputConfig: { DataSource: { S3DataSource: { ManifestS3Uri: 'url' } } },
  OutputConfig: { S3OutputPath: 'url' },
  LabelingJobAlgorithmsConfig: { LabelingJobAlgorithmSpecificationArn: true, LabelingJobResourceConfig: { VpcConfig: true } },
  CreationTime: true,
});

export type LabelingJobDetail = Selected<DescribeLabelingJobResponse, typeof labelingJobShape>;

export type LabelingJob = Described<Selected<LabelingJobSummary, typeof labelingJobSummaryShape>, LabelingJobDetail>;
