import { rowsToName } from '../../inventory/rows.ts';
import { endpointConfigWorkload } from '../../workloads/endpoint-config-workload.ts';
import { inferenceComponentWorkload } from '../../workloads/inference-component-workload.ts';
import { jobSections, workloadsOf, type WorkloadFacts } from '../../workloads/workloads.ts';
import type { Known } from '../../inventory/fact.ts';
import type { Workload } from '../../workloads/workload.ts';
import type { Scope, Subject } from '../check.ts';
import { workloadSubject } from './workload-subject.ts';

/**
 * The sections that name what has a VPC or isolation of its own to be set: jobs, models, configurations of endpoints, and the components that
 * run by them.
 */
export const postureSections = [...jobSections, 'endpointConfigs', 'inferenceComponents'] as const;

/** The sections that the view reads to tell it. */
export const postureFacts = [...postureSections, 'endpoints'] as const;

type PostureFacts = Pick<WorkloadFacts, (typeof postureFacts)[number]> & { readonly scope: Scope };

/** Everything that has network settings which somebody could have set otherwise. */
export function* postureSubjects({ endpoints, ...facts }: PostureFacts): Generator<Known<Subject<Workload>>, void> {
  const { scope, endpointConfigs, inferenceComponents, models } = facts;
  for (const workload of workloadsOf(facts, scope)) yield workloadSubject(workload);
  for (const config of rowsToName(endpointConfigs)) yield workloadSubject(endpointConfigWorkload(config, scope));
  const parts = { endpoints, endpointConfigs, inferenceComponents, models };
  for (const component of rowsToName(inferenceComponents)) yield workloadSubject(inferenceComponentWorkload(component, parts, scope));
}
