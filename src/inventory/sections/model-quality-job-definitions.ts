import type { DescribeModelQualityJobDefinitionResponse, MonitoringJobDefinitionSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const modelQualityJobDefinitionSummaryShape = shapeOf<MonitoringJobDefinitionSummary>()({
  MonitoringJobDefinitionName: true,
  MonitoringJobDefinitionArn: true,
  CreationTime: true,
  EndpointName: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelQualityJobDefinition.html
 *
 * Without the environment of the container.
 */
export const modelQualityJobDefinitionShape = shapeOf<DescribeModelQualityJobDefinitionResponse>()({
  JobDefinitionName: true,
  JobDefinitionArn: true,
  ModelQualityAppSpecification: { ImageUri: true },
  ModelQualityJobInput: { BatchTransformInput: { DataCapturedDestinationS3Uri: 'url' } },
  ModelQualityJobOutputConfig: { MonitoringOutputs: { S3Output: { S3Uri: 'url' } } },
  JobResources: { ClusterConfig: { InstanceCount: true } },
  NetworkConfig: true,
  RoleArn: true,
  CreationTime: true,
});

export type ModelQualityJobDefinitionDetail = Selected<DescribeModelQualityJobDefinitionResponse, typeof modelQualityJobDefinitionShape>;

export type ModelQualityJobDefinition = Described<
  Selected<MonitoringJobDefinitionSummary, typeof modelQualityJobDefinitionSummaryShape>,
  ModelQualityJobDefinitionDetail
>;
