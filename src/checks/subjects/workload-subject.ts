import { known, type Known } from '../../inventory/fact.ts';
import type { Workload } from '../../workloads/workload.ts';
import type { Subject } from '../check.ts';

/** A workload as what a verdict is about. */
export function workloadSubject(workload: Workload): Known<Subject<Workload>> {
  const { resource, template, lifecycle } = workload;
  if (template === undefined) return known({ resource, about: workload });
  return known({ resource, about: workload, run: { template, finished: lifecycle === 'finished' } });
}
