import type { DescribeDataQualityJobDefinitionResponse, MonitoringJobDefinitionSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const dataQualityJobDefinitionSummaryShape = shapeOf<MonitoringJobDefinitionSummary>()({
  MonitoringJobDefinitionName: true,
  MonitoringJobDefinitionArn: true,
  CreationTime: true,
  EndpointName: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDataQualityJobDefinition.html
 *
 * Without the environment of the container.
 */
export const dataQualityJobDefinitionShape = shapeOf<DescribeDataQualityJobDefinitionResponse>()({
  JobDefinitionName: true,
  JobDefinitionArn: true,
  DataQualityAppSpecification: { ImageUri: true },
  DataQualityJobInput: { BatchTransformInput: { DataCapturedDestinationS3Uri: 'url' } },
  DataQualityJobOutputConfig: { MonitoringOutputs: { S3Output: { S3Uri: 'url' } } },
  JobResources: { ClusterConfig: { InstanceCount: true } },
  NetworkConfig: true,
  RoleArn: true,
  CreationTime: true,
});

export type DataQualityJobDefinitionDetail = Selected<DescribeDataQualityJobDefinitionResponse, typeof dataQualityJobDefinitionShape>;

export type DataQualityJobDefinition = Described<
  Selected<MonitoringJobDefinitionSummary, typeof dataQualityJobDefinitionSummaryShape>,
  DataQualityJobDefinitionDetail
>;
