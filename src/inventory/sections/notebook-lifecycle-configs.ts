import type { DescribeNotebookInstanceLifecycleConfigOutput, NotebookInstanceLifecycleConfigSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import type { Script } from '../script.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const notebookLifecycleConfigSummaryShape = shapeOf<NotebookInstanceLifecycleConfigSummary>()({
  NotebookInstanceLifecycleConfigName: true,
  NotebookInstanceLifecycleConfigArn: true,
  CreationTime: true,
});

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstanceLifecycleConfig.html */
export const notebookLifecycleConfigShape = shapeOf<DescribeNotebookInstanceLifecycleConfigOutput>()({
  NotebookInstanceLifecycleConfigName: true,
  NotebookInstanceLifecycleConfigArn: true,
  CreationTime: true,
  LastModifiedTime: true,
});

/** What is kept of it, and of its scripts no line. */
export interface NotebookLifecycleConfigDetail extends Selected<
  DescribeNotebookInstanceLifecycleConfigOutput,
  typeof notebookLifecycleConfigShape
> {
  readonly OnCreate: readonly Script[];
  readonly OnStart: readonly Script[];
}

export type NotebookLifecycleConfig = Described<
  Selected<NotebookInstanceLifecycleConfigSummary, typeof notebookLifecycleConfigSummaryShape>,
  NotebookLifecycleConfigDetail
>;
