import type { DescribePipelineResponse, PipelineSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import type { PipelineStep } from '../pipeline-step.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const pipelineSummaryShape = shapeOf<PipelineSummary>()({ PipelineName: true, PipelineArn: true });

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribePipeline.html */
export const pipelineShape = shapeOf<DescribePipelineResponse>()({
  PipelineName: true,
  PipelineArn: true,
  RoleArn: true,
  CreationTime: true,
});

/** What is kept of it: of its definition, which may hold anything, the network settings of its steps alone. */
export interface PipelineDetail extends Selected<DescribePipelineResponse, typeof pipelineShape> {
  /** `null` where the definition could not be read. */
  readonly Steps: readonly PipelineStep[] | null;
}

export type Pipeline = Described<Selected<PipelineSummary, typeof pipelineSummaryShape>, PipelineDetail>;
