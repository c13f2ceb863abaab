import type { DescribePartnerAppResponse, PartnerAppSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const partnerAppSummaryShape = shapeOf<PartnerAppSummary>()({
  Name: true,
  Arn: true,
  Type: true,
  Status: true,
  CreationTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribePartnerApp.html
 *
 * It has no network settings: AWS runs it, and a VPC reaches it by the endpoint for partner apps. Without BaseUrl, which opens it, and without
 * its administrators and arguments.
 */
export const partnerAppShape = shapeOf<DescribePartnerAppResponse>()({
  Name: true,
  Arn: true,
  Type: true,
  Status: true,
  AuthType: true,
  ExecutionRoleArn: true,
  CreationTime: true,
});

export type PartnerAppDetail = Selected<DescribePartnerAppResponse, typeof partnerAppShape>;

export type PartnerApp = Described<Selected<PartnerAppSummary, typeof partnerAppSummaryShape>, PartnerAppDetail>;
