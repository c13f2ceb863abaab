import type { DescribeInferenceComponentOutput, InferenceComponentSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const inferenceComponentSummaryShape = shapeOf<InferenceComponentSummary>()({
  InferenceComponentName: true,
  InferenceComponentArn: true,
  InferenceComponentStatus: true,
  CreationTime: true,
  EndpointName: true,
  VariantName: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeInferenceComponent.html
 *
 * It has no network settings: its endpoint's configuration does, or its model. Without the environment.
 */
export const inferenceComponentShape = shapeOf<DescribeInferenceComponentOutput>()({
  InferenceComponentName: true,
  InferenceComponentArn: true,
  InferenceComponentStatus: true,
  EndpointName: true,
  VariantName: true,
  Specification: { ModelName: true, BaseInferenceComponentName: true, Container: { ArtifactUrl: 'url' } },
  Specifications: { ModelName: true, BaseInferenceComponentName: true, Container: { ArtifactUrl: 'url' } },
  CreationTime: true,
});

export type InferenceComponentDetail = Selected<DescribeInferenceComponentOutput, typeof inferenceComponentShape>;

export type InferenceComponent = Described<
  Selected<InferenceComponentSummary, typeof inferenceComponentSummaryShape>,
  InferenceComponentDetail
>;
