import type { DescribeEndpointOutput, EndpointSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const endpointSummaryShape = shapeOf<EndpointSummary>()({
  EndpointName: true,
  EndpointArn: true,
  EndpointStatus: true,
  CreationTime: true,
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html */
export const endpointShape = shapeOf<DescribeEndpointOutput>()({
  EndpointName: true,
  EndpointArn: true,
  EndpointConfigName: true,
  DataCaptureConfig: { EnableCapture: true, CaptureStatus: true, DestinationS3Uri: 'url' },
  AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 'url', S3FailurePath: 'url' } },
  EndpointStatus: true,
  CreationTime: true,
});

export type EndpointDetail = Selected<DescribeEndpointOutput, typeof endpointShape>;

export type Endpoint = Described<Selected<EndpointSummary, typeof endpointSummaryShape>, EndpointDetail>;
