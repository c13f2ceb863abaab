import type { Workload } from '../../workloads/workload.ts';

const nouns = {
  notebook: 'notebook',
  'training-job': 'training job',
  model: 'model',
  endpoint: 'endpoint',
} as const;

/** The workload in a sentence: `training job`, or `finished training job` where it is history that only a new job can do better. */
export function sayWorkload({ kind, lifecycle }: Workload): string {
  return lifecycle === 'finished' ? `finished ${nouns[kind]}` : nouns[kind];
}
