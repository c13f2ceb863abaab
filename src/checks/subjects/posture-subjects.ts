import { rowsToName } from '../../inventory/rows.ts';
import { endpointConfigWorkload } from '../../workloads/endpoint-config-workload.ts';
import { jobSections, workloadsOf, type WorkloadFacts } from '../../workloads/workloads.ts';
import type { Known } from '../../inventory/fact.ts';
import type { Workload } from '../../workloads/workload.ts';
import type { Scope, Subject } from '../check.ts';
import { workloadSubject } from './workload-subject.ts';

/** The sections that name what has a VPC or isolation of its own to be set: jobs, models, and configurations of endpoints. */
export const postureSections = [...jobSections, 'endpointConfigs'] as const;

type PostureFacts = Pick<WorkloadFacts, (typeof postureSections)[number]> & { readonly scope: Scope };

/** Everything that has network settings which somebody could have set otherwise. */
export function* postureSubjects(facts: PostureFacts): Generator<Known<Subject<Workload>>, void> {
  for (const workload of workloadsOf(facts, facts.scope)) yield workloadSubject(workload);
  for (const config of rowsToName(facts.endpointConfigs)) yield workloadSubject(endpointConfigWorkload(config, facts.scope));
}
