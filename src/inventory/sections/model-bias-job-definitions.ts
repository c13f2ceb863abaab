import type { DescribeModelBiasJobDefinitionResponse, MonitoringJobDefinitionSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const modelBiasJobDefinitionSummaryShape = shapeOf<MonitoringJobDefinitionSummary>()({
  MonitoringJobDefinitionName: true,
  MonitoringJobDefinitionArn: true,
  CreationTime: true,
  EndpointName: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelBiasJobDefinition.html
 *
 * Without the environment of the container.
 */
export const modelBiasJobDefinitionShape = shapeOf<DescribeModelBiasJobDefinitionResponse>()({
  JobDefinitionName: true,
  JobDefinitionArn: true,
  ModelBiasAppSpecification: { ImageUri: true },
  ModelBiasJobInput: { BatchTransformInput: { DataCapturedDestinationS3Uri: 'url' } },
  ModelBiasJobOutputConfig: { MonitoringOutputs: { S3Output: { S3Uri: 'url' } } },
  JobResources: { ClusterConfig: { InstanceCount: true } },
  NetworkConfig: true,
  RoleArn: true,
  CreationTime: true,
});

export type ModelBiasJobDefinitionDetail = Selected<DescribeModelBiasJobDefinitionResponse, typeof modelBiasJobDefinitionShape>;

export type ModelBiasJobDefinition = Described<
  Selected<MonitoringJobDefinitionSummary, typeof modelBiasJobDefinitionSummaryShape>,
  ModelBiasJobDefinitionDetail
>;
