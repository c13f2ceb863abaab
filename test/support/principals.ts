import type { Gap } from '../../src/core/gap.ts';
import { known } from '../../src/inventory/fact.ts';
import type { AuthorizationDetail } from '../../src/inventory/sections/account-authorization.ts';
import type { Given } from './inventory.ts';
import { account, role } from './rows.ts';

/** One statement of a policy, as people write it. */
export type Written = Readonly<Record<string, unknown>>;

export const allow = (action: string | readonly string[], more: Written = {}): Written => ({
  Effect: 'Allow',
  Action: action,
  Resource: '*',
  ...more,
});
export const deny = (action: string | readonly string[], condition?: Written, more: Written = {}): Written => ({
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  ...(condition === undefined ? {} : { Condition: condition }),
  ...more,
});

export function policyText(...statements: readonly Written[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** A role with one policy within, named `own`. */
export function roleWith(
  name: string,
  statements: readonly Written[],
  more: Partial<NonNullable<AuthorizationDetail['Role']>> = {},
): AuthorizationDetail {
  return role(name, { RolePolicyList: [{ PolicyName: 'own', PolicyDocument: encodeURIComponent(policyText(...statements)) }], ...more });
}

/** A user with one policy within, named `own`. */
export function userWith(
  name: string,
  statements: readonly Written[],
  more: Partial<NonNullable<AuthorizationDetail['User']>> = {},
): AuthorizationDetail {
  return {
    User: {
      UserName: name,
      Arn: `arn:aws:iam::${account}:user/${name}`,
      Path: '/',
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: encodeURIComponent(policyText(...statements)) }],
      ...more,
    },
  };
}

/** A customer managed policy. */
export function managedPolicy(name: string, statements: readonly Written[]): AuthorizationDetail {
  return {
    Policy: {
      PolicyName: name,
      Arn: `arn:aws:iam::${account}:policy/${name}`,
      DefaultVersionId: 'v2',
      PolicyVersionList: [
        { VersionId: 'v1', IsDefaultVersion: false, Document: encodeURIComponent(policyText(allow('*'))) },
        { VersionId: 'v2', IsDefaultVersion: true, Document: encodeURIComponent(policyText(...statements)) },
      ],
    },
  };
}

export const policyArn = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;

/** The account in an organization, with service control policies at the root and at the account; everything else is allowed. */
export function organizationWith(statements: readonly Written[], managementAccount = '999988887777'): Given {
  const fullAccess = { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: true } as const;
  const own = { Id: 'p-own', Name: 'guard', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: false } as const;
  return {
    organization: [{ Id: 'o-example', FeatureSet: 'ALL', MasterAccountId: managementAccount }],
    organizationRoots: [{ Id: 'r-1', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
    organizationTargets: [
      {
        summary: { TargetId: account, TargetType: 'ACCOUNT', ParentId: 'r-1' },
        detail: known({ PolicyTypes: ['SERVICE_CONTROL_POLICY'], Policies: [fullAccess, own] }),
      },
      {
        summary: { TargetId: 'r-1', TargetType: 'ROOT' },
        detail: known({ PolicyTypes: ['SERVICE_CONTROL_POLICY'], Policies: [fullAccess] }),
      },
    ],
    organizationPolicies: [
      { summary: fullAccess, detail: known({ Content: policyText(allow('*')) }) },
      { summary: own, detail: known({ Content: policyText(...statements) }) },
    ],
  };
}

/** The account in an organization whose policies it may not read, as it is in most member accounts. */
export function organizationUnread(gap: (operation: string) => Gap): Given {
  return {
    organization: [{ Id: 'o-example', FeatureSet: 'ALL', MasterAccountId: '999988887777' }],
    organizationRoots: gap('organizations:ListRoots'),
    organizationTargets: gap('organizations:ListParents'),
    organizationPolicies: gap('organizations:DescribePolicy'),
  };
}
