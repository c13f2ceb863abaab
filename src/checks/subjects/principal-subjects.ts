import { mayChangeItself } from '../../iam/administrator.ts';
import { organizationControl, type OrganizationControl, type OrganizationFacts } from '../../iam/organization-control.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { principalsOf, type IamPrincipal } from '../../iam/principals.ts';
import type { Answer } from '../../iam/solve.ts';
import type { Resource } from '../../core/resource.ts';
import type { AuthorizationDetail } from '../../inventory/sections/account-authorization.ts';
import type { Scope } from '../check.ts';

/** Sections that every question about principals reads. */
export const principalSections = ['accountAuthorization'] as const;
export const principalFacts = ['organization', 'organizationRoots', 'organizationTargets', 'organizationPolicies'] as const;

/** A principal, and all policies that bound it. */
export interface PrincipalSubject {
  readonly principal: IamPrincipal;
  /** Its own, and the organization's where they could be read. */
  readonly policies: PolicySet;
  readonly control: OrganizationControl;
  /** May it change what it may do? Worked out when it is first asked for. */
  readonly administrator: () => Answer;
}

const made = new WeakMap<readonly AuthorizationDetail[], readonly PrincipalSubject[]>();

/**
 * Every user and role of the account, but those that a service of AWS has made for itself: these no policy bounds.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export function principalSubjects(
  rows: readonly AuthorizationDetail[],
  facts: OrganizationFacts,
  { partition, account }: Pick<Scope, 'partition' | 'account'>,
): readonly PrincipalSubject[] {
  let subjects = made.get(rows);
  if (subjects !== undefined) return subjects;
  const control = organizationControl(facts, account);
  subjects = principalsOf(rows)
    .filter(({ path }) => !path.startsWith('/aws-service-role/'))
    .map((found): PrincipalSubject => {
      const principal = { ...found, caller: { ...found.caller, organization: control.id } };
      const policies: PolicySet = {
        ...found.policies,
        ...(control.scp === undefined ? {} : { scp: control.scp }),
        ...(control.rcp === undefined ? {} : { rcp: control.rcp }),
      };
      let administrator: Answer | undefined;
      return { principal, policies, control, administrator: () => (administrator ??= mayChangeItself(principal, policies, { partition })) };
    });
  made.set(rows, subjects);
  return subjects;
}

/** The principal as a finding names it. */
export function principalResource({ kind, name, arn }: IamPrincipal, { account }: Pick<Scope, 'account'>): Resource {
  return { type: kind === 'user' ? 'AWS::IAM::User' : 'AWS::IAM::Role', name, arn, account, region: 'aws-global' };
}

/** What could not be read may forbid what was found possible. */
export function scpNote({ control }: PrincipalSubject): string {
  return control.scp === undefined ? '; a service control policy, which could not be read, may still prevent it' : '';
}
