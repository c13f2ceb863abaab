import type { DescribeEndpointConfigOutput, EndpointConfigSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const endpointConfigSummaryShape = shapeOf<EndpointConfigSummary>()({
  EndpointConfigName: true,
  EndpointConfigArn: true,
  CreationTime: true,
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpointConfig.html */
export const endpointConfigShape = shapeOf<DescribeEndpointConfigOutput>()({
  EndpointConfigName: true,
  EndpointConfigArn: true,
  ProductionVariants: {
    VariantName: true,
    ModelName: true,
    InitialInstanceCount: true,
    InstanceType: true,
    ServerlessConfig: true,
    EnableSSMAccess: true,
    CoreDumpConfig: { DestinationS3Uri: 'url' },
  },
  ShadowProductionVariants: {
    VariantName: true,
    ModelName: true,
    InstanceType: true,
    ServerlessConfig: true,
    EnableSSMAccess: true,
    CoreDumpConfig: { DestinationS3Uri: 'url' },
  },
  DataCaptureConfig: { EnableCapture: true, DestinationS3Uri: 'url' },
  AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 'url', S3FailurePath: 'url' } },
  KmsKeyId: true,
  VpcConfig: true,
  EnableNetworkIsolation: true,
  ExecutionRoleArn: true,
  CreationTime: true,
});

export type EndpointConfigDetail = Selected<DescribeEndpointConfigOutput, typeof endpointConfigShape>;

export type EndpointConfig = Described<Selected<EndpointConfigSummary, typeof endpointConfigSummaryShape>, EndpointConfigDetail>;
