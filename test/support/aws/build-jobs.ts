import type { ResourceTypes } from './account.ts';
import { ids, override, place, roleArn, sagemakerArn, type Overrides } from './build-place.ts';

/** Jobs and definitions as careful people make them: in private subnets, isolated, encrypted. */

type Kind = keyof ResourceTypes;
type Build<K extends Kind> = (name: string, overrides?: Overrides<ResourceTypes[K]>) => ResourceTypes[K];

const image = (name: string): string => `${place.account}.dkr.ecr.${place.region}.amazonaws.com/${name}:1.4.2`;
const vpcConfig = () => ({ Subnets: [ids.subnetA, ids.subnetB], SecurityGroupIds: [ids.securityGroup] });
const network = () => ({ EnableInterContainerTrafficEncryption: true, EnableNetworkIsolation: true, VpcConfig: vpcConfig() });
const times = { CreationTime: '2026-11-10T06:00:12.105Z', LastModifiedTime: '2026-11-10T06:41:09.480Z' };
const bucket = `s3://ml-data-${place.account}/`;
const cluster = () => ({ ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large' as const, VolumeSizeInGB: 30 } });

function builder<K extends Kind>(usual: (name: string) => ResourceTypes[K]): Build<K> {
  return (name, overrides = {}) => override<ResourceTypes[K]>(usual(name), overrides);
}

export const processingJob = builder<'ProcessingJobs'>((name) => ({
  ProcessingJobName: name,
  ProcessingJobArn: sagemakerArn('processing-job', name),
  ProcessingJobStatus: 'Completed',
  ProcessingResources: cluster(),
  AppSpecification: { ImageUri: image('features') },
  Environment: { STAGE: 'prod' },
  NetworkConfig: network(),
  RoleArn: roleArn(`processing-${name}`),
  ProcessingEndTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

export const transformJob = builder<'TransformJobs'>((name) => ({
  TransformJobName: name,
  TransformJobArn: sagemakerArn('transform-job', name),
  TransformJobStatus: 'Completed',
  ModelName: name,
  TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: bucket } } },
  TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
  CreationTime: times.CreationTime,
  TransformEndTime: '2026-11-10T06:41:09.000Z',
}));

export const tuningJob = builder<'HyperParameterTuningJobs'>((name) => ({
  HyperParameterTuningJobName: name,
  HyperParameterTuningJobArn: sagemakerArn('hyper-parameter-tuning-job', name),
  HyperParameterTuningJobStatus: 'Completed',
  HyperParameterTuningJobConfig: { Strategy: 'Bayesian', ResourceLimits: { MaxParallelTrainingJobs: 2 } },
  TrainingJobDefinition: {
    StaticHyperParameters: { epochs: '3' },
    AlgorithmSpecification: { TrainingImage: image('training'), TrainingInputMode: 'File' },
    RoleArn: roleArn(`tuning-${name}`),
    OutputDataConfig: { S3OutputPath: bucket },
    ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    ...network(),
  },
  TrainingJobStatusCounters: { Completed: 4 },
  ObjectiveStatusCounters: { Succeeded: 4 },
  HyperParameterTuningEndTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

export const autoMLJob = builder<'AutoMLJobs'>((name) => ({
  AutoMLJobName: name,
  AutoMLJobArn: sagemakerArn('automl-job', name),
  AutoMLJobStatus: 'Completed',
  AutoMLJobSecondaryStatus: 'Completed',
  AutoMLJobInputDataConfig: [{ ChannelType: 'training', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: bucket } } }],
  OutputDataConfig: { S3OutputPath: bucket },
  RoleArn: roleArn(`automl-${name}`),
  SecurityConfig: { EnableInterContainerTrafficEncryption: true, VpcConfig: vpcConfig() },
  EndTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

const definition = (name: string, arnType: string) => ({
  JobDefinitionName: name,
  JobDefinitionArn: sagemakerArn(arnType, name),
  CreationTime: times.CreationTime,
  JobResources: cluster(),
  NetworkConfig: network(),
  RoleArn: roleArn(`monitor-${name}`),
});
const monitored = () => ({ EndpointInput: { EndpointName: 'endpoint-1', LocalPath: '/opt/ml/processing/input' } });
const output = () => ({
  MonitoringOutputs: [{ S3Output: { S3Uri: bucket, LocalPath: '/opt/ml/processing/output' } }],
});
const analyzer = (name: string) => ({ ImageUri: image(name), Environment: { STAGE: 'prod' } });
const truth = () => ({ ...monitored(), GroundTruthS3Input: { S3Uri: bucket } });

export const dataQualityDefinition = builder<'DataQualityJobDefinitions'>((name) => ({
  ...definition(name, 'data-quality-job-definition'),
  DataQualityAppSpecification: analyzer('analyzer'),
  DataQualityJobInput: monitored(),
  DataQualityJobOutputConfig: output(),
}));

export const modelBiasDefinition = builder<'ModelBiasJobDefinitions'>((name) => ({
  ...definition(name, 'model-bias-job-definition'),
  ModelBiasAppSpecification: { ...analyzer('bias'), ConfigUri: bucket },
  ModelBiasJobInput: truth(),
  ModelBiasJobOutputConfig: output(),
}));

export const modelExplainabilityDefinition = builder<'ModelExplainabilityJobDefinitions'>((name) => ({
  ...definition(name, 'model-explainability-job-definition'),
  ModelExplainabilityAppSpecification: { ...analyzer('explain'), ConfigUri: bucket },
  ModelExplainabilityJobInput: monitored(),
  ModelExplainabilityJobOutputConfig: output(),
}));

export const modelQualityDefinition = builder<'ModelQualityJobDefinitions'>((name) => ({
  ...definition(name, 'model-quality-job-definition'),
  ModelQualityAppSpecification: analyzer('quality'),
  ModelQualityJobInput: truth(),
  ModelQualityJobOutputConfig: output(),
}));

export const monitoringSchedule = builder<'MonitoringSchedules'>((name) => ({
  MonitoringScheduleName: name,
  MonitoringScheduleArn: sagemakerArn('monitoring-schedule', name),
  MonitoringScheduleStatus: 'Scheduled',
  MonitoringType: 'DataQuality',
  MonitoringScheduleConfig: {
    ScheduleConfig: { ScheduleExpression: 'cron(0 * ? * * *)' },
    MonitoringJobDefinitionName: name,
    MonitoringType: 'DataQuality',
  },
  EndpointName: 'endpoint-1',
  ...times,
}));

export const compilationJob = builder<'CompilationJobs'>((name) => ({
  CompilationJobName: name,
  CompilationJobArn: sagemakerArn('compilation-job', name),
  CompilationJobStatus: 'COMPLETED',
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
  FailureReason: '',
  ModelArtifacts: { S3ModelArtifacts: bucket },
  RoleArn: roleArn(`compile-${name}`),
  InputConfig: { S3Uri: bucket, Framework: 'PYTORCH' },
  OutputConfig: { S3OutputLocation: bucket },
  VpcConfig: vpcConfig(),
  CompilationEndTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

export const optimizationJob = builder<'OptimizationJobs'>((name) => ({
  OptimizationJobName: name,
  OptimizationJobArn: sagemakerArn('optimization-job', name),
  OptimizationJobStatus: 'COMPLETED',
  ModelSource: { S3: { S3Uri: bucket } },
  OptimizationEnvironment: { STAGE: 'prod' },
  DeploymentInstanceType: 'ml.g5.xlarge',
  OptimizationConfigs: [],
  OutputConfig: { S3OutputLocation: bucket },
  RoleArn: roleArn(`optimize-${name}`),
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
  VpcConfig: vpcConfig(),
  OptimizationEndTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

export const inferenceRecommendationsJob = builder<'InferenceRecommendationsJobs'>((name) => ({
  JobName: name,
  JobDescription: 'which instance',
  JobType: 'Default',
  JobArn: sagemakerArn('inference-recommendations-job', name),
  Status: 'COMPLETED',
  RoleArn: roleArn(`recommend-${name}`),
  InputConfig: { ModelName: 'model-1', VpcConfig: vpcConfig() },
  CompletionTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

export const aiBenchmarkJob = builder<'AIBenchmarkJobs'>((name) => ({
  AIBenchmarkJobName: name,
  AIBenchmarkJobArn: sagemakerArn('ai-benchmark-job', name),
  AIBenchmarkJobStatus: 'Completed',
  BenchmarkTarget: { Endpoint: { Identifier: 'endpoint-1' } },
  OutputConfig: { S3OutputLocation: bucket },
  AIWorkloadConfigIdentifier: 'chat',
  RoleArn: roleArn(`benchmark-${name}`),
  NetworkConfig: { VpcConfig: vpcConfig() },
  CreationTime: times.CreationTime,
  EndTime: '2026-11-10T06:41:09.000Z',
}));

export const job = builder<'Jobs'>((name) => ({
  JobName: name,
  JobArn: sagemakerArn('job', name),
  RoleArn: roleArn(`job-${name}`),
  JobCategory: 'AgentRFT',
  JobConfigSchemaVersion: '1.0.0',
  JobConfigDocument: JSON.stringify({ Reward: { Token: 'demo-not-a-secret' }, NetworkConfig: { VpcConfig: vpcConfig() } }),
  JobStatus: 'Completed',
  SecondaryStatus: 'Completed',
  SecondaryStatusTransitions: [],
  EndTime: '2026-11-10T06:41:09.000Z',
  ...times,
}));

export const labelingJob = builder<'LabelingJobs'>((name) => ({
  LabelingJobName: name,
  LabelingJobArn: sagemakerArn('labeling-job', name),
  LabelingJobStatus: 'Completed',
  LabelCounters: { TotalLabeled: 500 },
  JobReferenceCode: 'a1b2c3',
  InputConfig: { DataSource: { S3DataSource: { ManifestS3Uri: `${bucket}manifest.json` } } },
  OutputConfig: { S3OutputPath: bucket },
  RoleArn: roleArn(`label-${name}`),
  LabelingJobAlgorithmsConfig: {
    LabelingJobAlgorithmSpecificationArn:
      'arn:aws:sagemaker:eu-west-1:568282634449:labeling-job-algorithm-specification/image-classification',
    LabelingJobResourceConfig: { VpcConfig: vpcConfig() },
  },
  HumanTaskConfig: {
    WorkteamArn: sagemakerArn('workteam', 'private-crowd/labellers'),
    UiConfig: { UiTemplateS3Uri: bucket },
    TaskTitle: 'Parts',
    TaskDescription: 'Which part is it?',
    NumberOfHumanWorkersPerDataObject: 1,
    TaskTimeLimitInSeconds: 300,
  },
  ...times,
}));

export const inferenceComponent = builder<'InferenceComponents'>((name) => ({
  InferenceComponentName: name,
  InferenceComponentArn: sagemakerArn('inference-component', name),
  EndpointName: 'endpoint-1',
  EndpointArn: sagemakerArn('endpoint', 'endpoint-1'),
  VariantName: 'AllTraffic',
  Specification: { ModelName: 'model-1' },
  InferenceComponentStatus: 'InService',
  ...times,
}));
