import type { DescribeTransformJobResponse, TransformJobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const transformJobSummaryShape = shapeOf<TransformJobSummary>()({
  TransformJobName: true,
  TransformJobArn: true,
  TransformJobStatus: true,
  CreationTime: true,
  TransformEndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTransformJob.html
 *
 * It has no network settings: they are those of its model. Without Environment.
 */
export const transformJobShape = shapeOf<DescribeTransformJobResponse>()({
  TransformJobName: true,
  TransformJobArn: true,
  TransformJobStatus: true,
  ModelName: true,
  TransformInput: { DataSource: { S3DataSource: { S3Uri: 'url' } } },
  TransformOutput: { S3OutputPath: 'url' },
  DataCaptureConfig: { DestinationS3Uri: 'url' },
  TransformResources: { InstanceCount: true },
  ExperimentConfig: { ExperimentName: true },
  AutoMLJobArn: true,
  LabelingJobArn: true,
  CreationTime: true,
  TransformEndTime: true,
});

export type TransformJobDetail = Selected<DescribeTransformJobResponse, typeof transformJobShape>;

export type TransformJob = Described<Selected<TransformJobSummary, typeof transformJobSummaryShape>, TransformJobDetail>;
