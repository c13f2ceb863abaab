import { finishedWords } from '../../core/job-run.ts';
import type { Workload, WorkloadKind } from '../../workloads/workload.ts';

const nouns: { readonly [K in WorkloadKind]: string } = {
  notebook: 'notebook',
  'training-job': 'training job',
  'processing-job': 'processing job',
  'transform-job': 'transform job',
  'tuning-job': 'tuning job',
  'auto-ml-job': 'AutoML job',
  'compilation-job': 'compilation job',
  'optimization-job': 'optimization job',
  'inference-recommendations-job': 'inference recommendations job',
  'ai-benchmark-job': 'AI benchmark job',
  job: 'job',
  'labeling-job': 'labeling job',
  'monitoring-definition': 'monitoring job definition',
  'monitoring-schedule': 'monitoring schedule',
  model: 'model',
  'endpoint-config': 'endpoint configuration',
  endpoint: 'endpoint',
  'inference-component': 'inference component',
  domain: 'domain',
  'user-profile': 'user profile',
  'studio-app': 'Studio app',
  cluster: 'cluster',
};

/** The workload in a sentence: `training job`. */
export function sayWorkload({ kind }: Workload): string {
  return nouns[kind];
}

/** The end of a sentence about a job that is history, and that only a new job can do better. */
export function finishedSuffix({ lifecycle }: Workload): string {
  return lifecycle === 'finished' ? finishedWords : '';
}
