import type { DescribeInferenceRecommendationsJobResponse, InferenceRecommendationsJob as Summary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const inferenceRecommendationsJobSummaryShape = shapeOf<Summary>()({
  JobName: true,
  JobArn: true,
  Status: true,
  CreationTime: true,
  CompletionTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeInferenceRecommendationsJob.html
 *
 * Without the container's settings and the payload.
 */
export const inferenceRecommendationsJobShape = shapeOf<DescribeInferenceRecommendationsJobResponse>()({
  JobName: true,
  JobArn: true,
  JobType: true,
  Status: true,
  RoleArn: true,
  InputConfig: { ModelName: true, VpcConfig: true },
  CreationTime: true,
  CompletionTime: true,
});

export type InferenceRecommendationsJobDetail = Selected<
  DescribeInferenceRecommendationsJobResponse,
  typeof inferenceRecommendationsJobShape
>;

export type InferenceRecommendationsJob = Described<
  Selected<Summary, typeof inferenceRecommendationsJobSummaryShape>,
  InferenceRecommendationsJobDetail
>;
