import type { CompilationJobSummary, DescribeCompilationJobResponse } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const compilationJobSummaryShape = shapeOf<CompilationJobSummary>()({
  CompilationJobName: true,
  CompilationJobArn: true,
  CompilationJobStatus: true,
  CreationTime: true,
  CompilationEndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeCompilationJob.html
 */
export const compilationJobShape = shapeOf<DescribeCompilationJobResponse>()({
  CompilationJobName: true,
  CompilationJobArn: true,
  CompilationJobStatus: true,
  RoleArn: true,
  InputConfig: { S3Uri: 'url' },
  OutputConfig: { S3OutputLocation: 'url' },
  VpcConfig: true,
  CreationTime: true,
  CompilationEndTime: true,
});

export type CompilationJobDetail = Selected<DescribeCompilationJobResponse, typeof compilationJobShape>;

export type CompilationJob = Described<Selected<CompilationJobSummary, typeof compilationJobSummaryShape>, CompilationJobDetail>;
