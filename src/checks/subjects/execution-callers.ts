import { organizationControl, type OrganizationFacts } from '../../iam/organization-control.ts';
import type { Caller } from '../../iam/key-domain.ts';
import type { Statement } from '../../iam/policy-document.ts';
import { isExecutionRole } from '../../iam/passed-role.ts';
import { principalsOf } from '../../iam/principals.ts';
import { callerClass } from '../../iam/caller-class.ts';
import { need, type Fact } from '../../inventory/fact.ts';
import type { AuthorizationDetail } from '../../inventory/sections/account-authorization.ts';
import type { Scope } from '../check.ts';

/** Sections that tell with which credentials of the account code in SageMaker may run. */
export const executionFacts = [
  'accountAuthorization',
  'organization',
  'organizationRoots',
  'organizationTargets',
  'organizationPolicies',
] as const;

type Facts = OrganizationFacts & { readonly accountAuthorization: Fact<readonly AuthorizationDetail[]> };

/**
 * The roles of the account as which code in SageMaker may run, as callers: one of each class that the statements tell apart, and where they tell
 * none apart, one that stands for all.
 *
 * @throws MissingFact where they have to be told apart, and could not be read
 */
export function executionCallers(facts: Facts, statements: readonly Statement[], { partition, account }: Scope): readonly Caller[] {
  const { id: organization } = organizationControl(facts, account);
  const any: Caller = {
    principal: { type: 'role', arn: `arn:${partition}:iam::${account}:role/any`, account },
    tags: undefined,
    sessionTags: false,
    organization,
  };
  const classOf = callerClass(statements);
  if (classOf === undefined) return [any];
  const roles = principalsOf(need(facts.accountAuthorization)).filter(isExecutionRole);
  return [...new Map(roles.map(({ caller }) => [classOf(caller), { ...caller, organization }])).values()];
}
