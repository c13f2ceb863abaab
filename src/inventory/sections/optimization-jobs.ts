import type { DescribeOptimizationJobResponse, OptimizationJobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const optimizationJobSummaryShape = shapeOf<OptimizationJobSummary>()({
  OptimizationJobName: true,
  OptimizationJobArn: true,
  OptimizationJobStatus: true,
  CreationTime: true,
  OptimizationEndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeOptimizationJob.html
 *
 * Without the environment.
 */
export const optimizationJobShape = shapeOf<DescribeOptimizationJobResponse>()({
  OptimizationJobName: true,
  OptimizationJobArn: true,
  OptimizationJobStatus: true,
  RoleArn: true,
  ModelSource: { S3: { S3Uri: 'url' } },
  OutputConfig: { S3OutputLocation: 'url' },
  VpcConfig: true,
  CreationTime: true,
  OptimizationEndTime: true,
});

export type OptimizationJobDetail = Selected<DescribeOptimizationJobResponse, typeof optimizationJobShape>;

export type OptimizationJob = Described<Selected<OptimizationJobSummary, typeof optimizationJobSummaryShape>, OptimizationJobDetail>;
