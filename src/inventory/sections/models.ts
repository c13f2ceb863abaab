import type { ContainerDefinition, DescribeModelOutput, ModelSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const modelSummaryShape = shapeOf<ModelSummary>()({ ModelName: true, ModelArn: true, CreationTime: true });

const s3DataShape = { S3DataSource: { S3Uri: 'url' } } as const;

const containerShape = shapeOf<ContainerDefinition>()({
  Image: true,
  ModelPackageName: true,
  ImageConfig: { RepositoryAccessMode: true },
  ModelDataUrl: 'url',
  ModelDataSource: s3DataShape,
  AdditionalModelDataSources: s3DataShape,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html
 *
 * Containers without their Environment: people put secrets there.
 */
export const modelShape = shapeOf<DescribeModelOutput>()({
  ModelName: true,
  ModelArn: true,
  PrimaryContainer: containerShape,
  Containers: containerShape,
  ExecutionRoleArn: true,
  VpcConfig: true,
  EnableNetworkIsolation: true,
  CreationTime: true,
});

export type ModelDetail = Selected<DescribeModelOutput, typeof modelShape>;

export type Model = Described<Selected<ModelSummary, typeof modelSummaryShape>, ModelDetail>;
