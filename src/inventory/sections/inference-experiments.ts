import type { DescribeInferenceExperimentResponse, InferenceExperimentSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** The list gives no ARN. */
export const inferenceExperimentSummaryShape = shapeOf<InferenceExperimentSummary>()({ Name: true, Status: true });

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeInferenceExperiment.html */
export const inferenceExperimentShape = shapeOf<DescribeInferenceExperimentResponse>()({
  Name: true,
  Arn: true,
  Status: true,
  KmsKey: true,
  DataStorageConfig: { Destination: 'url', KmsKey: true },
  CreationTime: true,
});

export type InferenceExperimentDetail = Selected<DescribeInferenceExperimentResponse, typeof inferenceExperimentShape>;

export type InferenceExperiment = Described<
  Selected<InferenceExperimentSummary, typeof inferenceExperimentSummaryShape>,
  InferenceExperimentDetail
>;
