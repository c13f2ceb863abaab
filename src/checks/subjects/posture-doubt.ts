import { need } from '../../inventory/fact.ts';
import type { Limits, Workload } from '../../workloads/workload.ts';
import { notApplicable, unknown, type Verdict } from '../verdict.ts';
import { sayWorkload } from './say-workload.ts';

/** The verdict on a workload for which AWS offers no such setting; undefined where it does. @throws MissingFact where that cannot be told */
export function limitVerdict(workload: Workload, what: keyof Limits): Verdict | undefined {
  const reason = workload.limits === undefined ? undefined : need(workload.limits)?.[what];
  if (reason === undefined) return undefined;
  return notApplicable(`${sayWorkload(workload)} cannot be ${what === 'vpc' ? 'put into a VPC' : 'isolated'} by itself: ${reason}`);
}

/** The verdict on a workload of a kind that says nothing of isolation, whatever else is not known of it; undefined where it may. */
export function neverIsolated(workload: Workload): Verdict | undefined {
  return workload.isolation.length === 0 && workload.limits?.known === true ? limitVerdict(workload, 'isolation') : undefined;
}

/** The verdict where what would tell is gone or not understood; undefined where it is all there. */
export function unresolvedVerdict(workload: Workload, what: string): Verdict | undefined {
  const [reason] = workload.unresolved;
  if (reason === undefined) return undefined;
  if (workload.lifecycle === 'finished') return notApplicable(`job is finished, and ${reason}: there is nothing left to judge`);
  return unknown(`cannot tell ${what}: ${reason}`);
}

/** Where something stands: with the name of its object, where that is not the workload itself. */
export function pathIn(workload: Workload, { of, path }: { readonly of: string; readonly path: string }): string {
  return of === workload.resource.name ? path : `${of}: ${path}`;
}
