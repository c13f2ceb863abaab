import type { OrganizationFacts } from '../../iam/organization-control.ts';
import { known, type Known } from '../../inventory/fact.ts';
import type { AuthorizationDetail } from '../../inventory/sections/account-authorization.ts';
import type { Scope, Subject } from '../check.ts';
import { principalResource, principalSubjects, type PrincipalSubject } from './principal-subjects.ts';

/** A principal, and what it is asked about. */
export interface PrincipalAbout<T> {
  readonly subject: PrincipalSubject;
  readonly targets: T;
}

/** Every principal of the account with the same question. */
export function* principalsAbout<T>(
  rows: readonly AuthorizationDetail[],
  facts: OrganizationFacts,
  scope: Scope,
  targets: T,
): Generator<Known<Subject<PrincipalAbout<T>>>, void> {
  for (const subject of principalSubjects(rows, facts, scope)) {
    yield known({ resource: principalResource(subject.principal, scope), about: { subject, targets } });
  }
}
