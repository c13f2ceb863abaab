import type { AIBenchmarkJobSummary, DescribeAIBenchmarkJobResponse } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const aiBenchmarkJobSummaryShape = shapeOf<AIBenchmarkJobSummary>()({
  AIBenchmarkJobName: true,
  AIBenchmarkJobArn: true,
  AIBenchmarkJobStatus: true,
  CreationTime: true,
  EndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeAIBenchmarkJob.html
 */
export const aiBenchmarkJobShape = shapeOf<DescribeAIBenchmarkJobResponse>()({
  AIBenchmarkJobName: true,
  AIBenchmarkJobArn: true,
  AIBenchmarkJobStatus: true,
  RoleArn: true,
  OutputConfig: { S3OutputLocation: 'url' },
  NetworkConfig: { VpcConfig: true },
  CreationTime: true,
  EndTime: true,
});

export type AIBenchmarkJobDetail = Selected<DescribeAIBenchmarkJobResponse, typeof aiBenchmarkJobShape>;

export type AIBenchmarkJob = Described<Selected<AIBenchmarkJobSummary, typeof aiBenchmarkJobSummaryShape>, AIBenchmarkJobDetail>;
