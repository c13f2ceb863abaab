import type { DescribeProcessingJobResponse, ProcessingJobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const processingJobSummaryShape = shapeOf<ProcessingJobSummary>()({
  ProcessingJobName: true,
  ProcessingJobArn: true,
  ProcessingJobStatus: true,
  CreationTime: true,
  ProcessingEndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeProcessingJob.html
 *
 * Without Environment and the container's arguments: people put secrets there. Of inputs only where they lie in S3.
 */
export const processingJobShape = shapeOf<DescribeProcessingJobResponse>()({
  ProcessingJobName: true,
  ProcessingJobArn: true,
  ProcessingJobStatus: true,
  AppSpecification: { ImageUri: true },
  RoleArn: true,
  ProcessingResources: { ClusterConfig: { InstanceCount: true, SelectedInstanceCount: true, InstancePreferences: true } },
  ProcessingInputs: { InputName: true, S3Input: { S3Uri: 'url' } },
  ProcessingOutputConfig: { Outputs: { OutputName: true, S3Output: { S3Uri: 'url' } } },
  NetworkConfig: true,
  ExperimentConfig: { ExperimentName: true },
  MonitoringScheduleArn: true,
  AutoMLJobArn: true,
  TrainingJobArn: true,
  CreationTime: true,
  ProcessingEndTime: true,
});

export type ProcessingJobDetail = Selected<DescribeProcessingJobResponse, typeof processingJobShape>;

export type ProcessingJob = Described<Selected<ProcessingJobSummary, typeof processingJobSummaryShape>, ProcessingJobDetail>;
