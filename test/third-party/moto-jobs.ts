import * as sagemaker from '@aws-sdk/client-sagemaker';

/** The kinds of jobs and definitions that moto keeps, each inside a VPC and outside. What moto loses of them is not asked about. */
export async function fillJobs(ml: sagemaker.SageMakerClient, VpcConfig: sagemaker.VpcConfig, RoleArn: string): Promise<void> {
  const cluster = { ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.large' as const, VolumeSizeInGB: 10 } };
  const shut = { VpcConfig, EnableNetworkIsolation: true, EnableInterContainerTrafficEncryption: true };
  const processing = (ProcessingJobName: string, NetworkConfig?: sagemaker.NetworkConfig) =>
    ml.send(
      new sagemaker.CreateProcessingJobCommand({
        ProcessingJobName,
        RoleArn,
        AppSpecification: { ImageUri: 'features:1' },
        ProcessingResources: cluster,
        ...(NetworkConfig === undefined ? {} : { NetworkConfig }),
      }),
    );
  await processing('processing-outside');
  await processing('processing-inside', shut);

  const definition = (DefinitionName: string, given: object) => ({
    DefinitionName,
    RoleArn,
    AlgorithmSpecification: { TrainingImage: 'training:1', TrainingInputMode: 'File' as const },
    OutputDataConfig: { S3OutputPath: 's3://bucket/out' },
    ResourceConfig: { InstanceType: 'ml.m5.large' as const, InstanceCount: 2, VolumeSizeInGB: 10 },
    StoppingCondition: { MaxRuntimeInSeconds: 60 },
    ...given,
  });
  const tuning = (HyperParameterTuningJobName: string, definitions: object) =>
    ml.send(
      new sagemaker.CreateHyperParameterTuningJobCommand({
        HyperParameterTuningJobName,
        HyperParameterTuningJobConfig: { Strategy: 'Random', ResourceLimits: { MaxParallelTrainingJobs: 1 } },
        ...definitions,
      }),
    );
  await tuning('tuning-inside', { TrainingJobDefinition: definition('one', shut) });
  await tuning('tuning-half-outside', { TrainingJobDefinitions: [definition('one', shut), definition('two', {})] });

  const quality = (JobDefinitionName: string, given: object) =>
    ml.send(
      new sagemaker.CreateDataQualityJobDefinitionCommand({
        JobDefinitionName,
        RoleArn,
        DataQualityAppSpecification: { ImageUri: 'analyzer:1' },
        DataQualityJobInput: { EndpointInput: { EndpointName: 'e', LocalPath: '/opt/ml/processing/input' } },
        DataQualityJobOutputConfig: { MonitoringOutputs: [{ S3Output: { S3Uri: 's3://bucket/out', LocalPath: '/opt/ml/out' } }] },
        JobResources: cluster,
        ...given,
      }),
    );
  await quality('quality-outside', {});
  await quality('quality-inside', { NetworkConfig: shut });

  const transform = (TransformJobName: string, ModelName: string) =>
    ml.send(
      new sagemaker.CreateTransformJobCommand({
        TransformJobName,
        ModelName,
        TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://bucket/in' } } },
        TransformOutput: { S3OutputPath: 's3://bucket/out' },
        TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
      }),
    );
  await transform('transform-outside', 'model-outside');
  await transform('transform-inside', 'model-inside');
}
