import type { Workload } from '../../workloads/workload.ts';

const nouns = {
  notebook: 'notebook',
  'training-job': 'training job',
  model: 'model',
  endpoint: 'endpoint',
  domain: 'domain',
  'user-profile': 'user profile',
  cluster: 'cluster',
} as const;

/** The workload in a sentence: `training job`. */
export function sayWorkload({ kind }: Workload): string {
  return nouns[kind];
}

/** The end of a sentence about a job that is history, and that only a new job can do better. */
export function finishedSuffix({ lifecycle }: Workload): string {
  return lifecycle === 'finished' ? '; the job is finished' : '';
}
