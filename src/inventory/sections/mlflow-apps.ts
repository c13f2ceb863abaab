import type { DescribeMlflowAppResponse, MlflowAppSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const mlflowAppSummaryShape = shapeOf<MlflowAppSummary>()({ Name: true, Arn: true, Status: true, CreationTime: true });

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeMlflowApp.html
 *
 * It has no network settings: AWS runs it, and a VPC reaches it by the endpoint for experiments.
 */
export const mlflowAppShape = shapeOf<DescribeMlflowAppResponse>()({
  Name: true,
  Arn: true,
  Status: true,
  RoleArn: true,
  DefaultDomainIdList: true,
  CreationTime: true,
});

export type MlflowAppDetail = Selected<DescribeMlflowAppResponse, typeof mlflowAppShape>;

export type MlflowApp = Described<Selected<MlflowAppSummary, typeof mlflowAppSummaryShape>, MlflowAppDetail>;
