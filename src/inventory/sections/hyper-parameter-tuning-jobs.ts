import type { DescribeHyperParameterTuningJobResponse, HyperParameterTuningJobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const hyperParameterTuningJobSummaryShape = shapeOf<HyperParameterTuningJobSummary>()({
  HyperParameterTuningJobName: true,
  HyperParameterTuningJobArn: true,
  HyperParameterTuningJobStatus: true,
  CreationTime: true,
  HyperParameterTuningEndTime: true,
});

type TuningDefinition = NonNullable<DescribeHyperParameterTuningJobResponse['TrainingJobDefinition']>;

/** One training job definition, without the hyperparameters and the environment. */
const tuningDefinitionShape = shapeOf<TuningDefinition>()({
  DefinitionName: true,
  AlgorithmSpecification: { TrainingImage: true, AlgorithmName: true },
  RoleArn: true,
  InputDataConfig: { ChannelName: true, DataSource: { S3DataSource: { S3Uri: 'url' } } },
  OutputDataConfig: { S3OutputPath: 'url' },
  CheckpointConfig: { S3Uri: 'url' },
  VpcConfig: true,
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: true,
  ResourceConfig: { InstanceCount: true, InstanceGroups: true },
  HyperParameterTuningResourceConfig: { InstanceCount: true, InstanceConfigs: { InstanceCount: true } },
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeHyperParameterTuningJob.html
 *
 * It has one definition of its training jobs, or a list of them.
 */
export const hyperParameterTuningJobShape = shapeOf<DescribeHyperParameterTuningJobResponse>()({
  HyperParameterTuningJobName: true,
  HyperParameterTuningJobArn: true,
  HyperParameterTuningJobStatus: true,
  TrainingJobDefinition: tuningDefinitionShape,
  TrainingJobDefinitions: tuningDefinitionShape,
  CreationTime: true,
  HyperParameterTuningEndTime: true,
});

export type HyperParameterTuningJobDetail = Selected<DescribeHyperParameterTuningJobResponse, typeof hyperParameterTuningJobShape>;

export type HyperParameterTuningJob = Described<
  Selected<HyperParameterTuningJobSummary, typeof hyperParameterTuningJobSummaryShape>,
  HyperParameterTuningJobDetail
>;
