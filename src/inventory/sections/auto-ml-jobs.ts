import type { AutoMLJobSummary, DescribeAutoMLJobV2Response } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const autoMLJobSummaryShape = shapeOf<AutoMLJobSummary>()({
  AutoMLJobName: true,
  AutoMLJobArn: true,
  AutoMLJobStatus: true,
  CreationTime: true,
  EndTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeAutoMLJobV2.html
 *
 * Version 2 of the call describes jobs of both versions, and gives the security settings of both under one name.
 */
export const autoMLJobShape = shapeOf<DescribeAutoMLJobV2Response>()({
  AutoMLJobName: true,
  AutoMLJobArn: true,
  AutoMLJobStatus: true,
  RoleArn: true,
  AutoMLJobInputDataConfig: { DataSource: { S3DataSource: { S3Uri: 'url' } } },
  OutputDataConfig: { S3OutputPath: 'url' },
  SecurityConfig: { EnableInterContainerTrafficEncryption: true, VpcConfig: true },
  CreationTime: true,
  EndTime: true,
});

export type AutoMLJobDetail = Selected<DescribeAutoMLJobV2Response, typeof autoMLJobShape>;

export type AutoMLJob = Described<Selected<AutoMLJobSummary, typeof autoMLJobSummaryShape>, AutoMLJobDetail>;
