import type { DescribeTrainingJobResponse, TrainingJobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const trainingJobSummaryShape = shapeOf<TrainingJobSummary>()({
  TrainingJobName: true,
  TrainingJobArn: true,
  TrainingJobStatus: true,
  CreationTime: true,
  TrainingEndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html
 *
 * Without Environment, HyperParameters and the container's arguments: people put secrets there.
 */
export const trainingJobShape = shapeOf<DescribeTrainingJobResponse>()({
  TrainingJobName: true,
  TrainingJobArn: true,
  TrainingJobStatus: true,
  AlgorithmSpecification: { TrainingImage: true, AlgorithmName: true },
  RoleArn: true,
  ResourceConfig: { InstanceCount: true, InstanceType: true, InstanceGroups: true, VolumeKmsKeyId: true },
  InputDataConfig: { ChannelName: true, DataSource: { S3DataSource: { S3Uri: 'url' } } },
  OutputDataConfig: { S3OutputPath: 'url' },
  ModelArtifacts: { S3ModelArtifacts: 'url' },
  CheckpointConfig: { S3Uri: 'url' },
  DebugHookConfig: { S3OutputPath: 'url' },
  TensorBoardOutputConfig: { S3OutputPath: 'url' },
  ProfilerConfig: { S3OutputPath: 'url' },
  VpcConfig: true,
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: true,
  RemoteDebugConfig: true,
  ExperimentConfig: { ExperimentName: true },
  TuningJobArn: true,
  AutoMLJobArn: true,
  LabelingJobArn: true,
  CreationTime: true,
  TrainingEndTime: true,
});

export type TrainingJobDetail = Selected<DescribeTrainingJobResponse, typeof trainingJobShape>;

export type TrainingJob = Described<Selected<TrainingJobSummary, typeof trainingJobSummaryShape>, TrainingJobDetail>;
