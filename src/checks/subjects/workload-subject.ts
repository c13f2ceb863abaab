import { known, type Known } from '../../inventory/fact.ts';
import type { Workload } from '../../workloads/workload.ts';
import type { Subject } from '../check.ts';

/** A workload as what a verdict is about. */
export function workloadSubject(workload: Workload): Known<Subject<Workload>> {
  return known({ resource: workload.resource, about: workload });
}
