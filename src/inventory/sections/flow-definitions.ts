import type { DescribeFlowDefinitionResponse, FlowDefinitionSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const flowDefinitionSummaryShape = shapeOf<FlowDefinitionSummary>()({
  FlowDefinitionName: true,
  FlowDefinitionArn: true,
  FlowDefinitionStatus: true,
  CreationTime: true,
});

/**
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeFlowDefinition.html
 *
 * Of the task only who is given it; without its words, which may quote what is reviewed.
 */
export const flowDefinitionShape = shapeOf<DescribeFlowDefinitionResponse>()({
  FlowDefinitionName: true,
  FlowDefinitionArn: true,
  FlowDefinitionStatus: true,
  HumanLoopConfig: { WorkteamArn: true },
  RoleArn: true,
  CreationTime: true,
});

export type FlowDefinitionDetail = Selected<DescribeFlowDefinitionResponse, typeof flowDefinitionShape>;

export type FlowDefinition = Described<Selected<FlowDefinitionSummary, typeof flowDefinitionSummaryShape>, FlowDefinitionDetail>;
