import { known } from '../../src/inventory/fact.ts';
import type { AuthorizationDetail } from '../../src/inventory/sections/account-authorization.ts';
import { account, role } from './rows.ts';

/** A statement of a policy, as people write it. */
export interface Written {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly [element: string]: unknown;
}

/** Allows actions, on everything unless said otherwise. */
export function allow(Action: string | readonly string[], Resource: string | readonly string[] = '*', Condition: object = {}): Written {
  return { Effect: 'Allow', Action, Resource, Condition };
}

/** Denies actions, on everything unless said otherwise. */
export function deny(Action: string | readonly string[], Resource: string | readonly string[] = '*', Condition: object = {}): Written {
  return { Effect: 'Deny', Action, Resource, Condition };
}

/** A policy as IAM gives it: URL-encoded. */
export function written(...Statement: readonly Written[]): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));
}

type UserRow = NonNullable<AuthorizationDetail['User']>;
type RoleRow = NonNullable<AuthorizationDetail['Role']>;

/** A user with one policy of its own, called `own`. */
export function user(name: string, statements: readonly Written[], given: Partial<UserRow> = {}): AuthorizationDetail {
  return {
    User: {
      UserName: name,
      Arn: `arn:aws:iam::${account}:user/${name}`,
      Path: '/',
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: written(...statements) }],
      ...given,
    },
  };
}

/** A role that SageMaker may take on, with one policy of its own, called `own`. */
export function actingRole(name: string, statements: readonly Written[], given: Partial<RoleRow> = {}): AuthorizationDetail {
  return role(name, { RolePolicyList: [{ PolicyName: 'own', PolicyDocument: written(...statements) }], ...given });
}

/** The account in an organization, at whose root a service control policy called `guard` says this beside FullAWSAccess. */
export function controlledBy(...statements: readonly Written[]) {
  const policies = [
    { Id: 'p-full', Name: 'FullAWSAccess', content: written(allow('*')) },
    { Id: 'p-guard', Name: 'guard', content: written(...statements) },
  ].map(({ content, ...policy }) => ({
    summary: { ...policy, Type: 'SERVICE_CONTROL_POLICY' as const },
    content: decodeURIComponent(content),
  }));
  const level = { PolicyTypes: ['SERVICE_CONTROL_POLICY' as const], Policies: policies.map(({ summary }) => summary) };
  return {
    organization: [{ Id: 'o-1', FeatureSet: 'ALL' as const, MasterAccountId: '999988887777' }],
    organizationRoots: [{ Id: 'r-1', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY' as const, Status: 'ENABLED' as const }] }],
    organizationTargets: [
      { summary: { TargetId: account, TargetType: 'ACCOUNT' as const, ParentId: 'r-1' }, detail: known(level) },
      { summary: { TargetId: 'r-1', TargetType: 'ROOT' as const }, detail: known(level) },
    ],
    organizationPolicies: policies.map(({ summary, content }) => ({ summary, detail: known({ Content: content }) })),
  };
}
