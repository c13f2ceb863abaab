import type { DescribeStudioLifecycleConfigResponse, StudioLifecycleConfigDetails } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import type { Script } from '../script.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const studioLifecycleConfigSummaryShape = shapeOf<StudioLifecycleConfigDetails>()({
  StudioLifecycleConfigName: true,
  StudioLifecycleConfigArn: true,
  StudioLifecycleConfigAppType: true,
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeStudioLifecycleConfig.html */
export const studioLifecycleConfigShape = shapeOf<DescribeStudioLifecycleConfigResponse>()({
  StudioLifecycleConfigName: true,
  StudioLifecycleConfigArn: true,
  StudioLifecycleConfigAppType: true,
  CreationTime: true,
});

/** What is kept of it, and of its script no line. */
export interface StudioLifecycleConfigDetail extends Selected<DescribeStudioLifecycleConfigResponse, typeof studioLifecycleConfigShape> {
  readonly Script: Script;
}

export type StudioLifecycleConfig = Described<
  Selected<StudioLifecycleConfigDetails, typeof studioLifecycleConfigSummaryShape>,
  StudioLifecycleConfigDetail
>;
