import type { DescribeModelExplainabilityJobDefinitionResponse, MonitoringJobDefinitionSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const modelExplainabilityJobDefinitionSummaryShape = shapeOf<MonitoringJobDefinitionSummary>()({
  MonitoringJobDefinitionName: true,
  MonitoringJobDefinitionArn: true,
  CreationTime: true,
  EndpointName: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelExplainabilityJobDefinition.html
 *
 * Without the environment of the container.
 */
export const modelExplainabilityJobDefinitionShape = shapeOf<DescribeModelExplainabilityJobDefinitionResponse>()({
  JobDefinitionName: true,
  JobDefinitionArn: true,
  ModelExplainabilityAppSpecification: { ImageUri: true },
  ModelExplainabilityJobInput: { BatchTransformInput: { DataCapturedDestinationS3Uri: 'url' } },
  ModelExplainabilityJobOutputConfig: { MonitoringOutputs: { S3Output: { S3Uri: 'url' } } },
  JobResources: { ClusterConfig: { InstanceCount: true } },
  NetworkConfig: true,
  RoleArn: true,
  CreationTime: true,
});

export type ModelExplainabilityJobDefinitionDetail = Selected<
  DescribeModelExplainabilityJobDefinitionResponse,
  typeof modelExplainabilityJobDefinitionShape
>;

export type ModelExplainabilityJobDefinition = Described<
  Selected<MonitoringJobDefinitionSummary, typeof modelExplainabilityJobDefinitionSummaryShape>,
  ModelExplainabilityJobDefinitionDetail
>;
