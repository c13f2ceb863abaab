import { known, type Known } from '../../inventory/fact.ts';
import type { Domain } from '../../inventory/sections/domains.ts';
import { domainResource } from '../../workloads/domain-workload.ts';
import type { Scope, Subject } from '../check.ts';

/** Every Studio domain, as what a verdict is about. */
export function* domainSubjects(domains: readonly Domain[], scope: Scope): Generator<Known<Subject<Domain>>, void> {
  for (const domain of domains) yield known({ resource: domainResource(domain, scope), about: domain });
}
