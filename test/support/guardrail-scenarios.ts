import type { AnyCheck } from '../../src/checks/check.ts';
import type { AuthorizationDetail } from '../../src/inventory/sections/account-authorization.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import type { GuardrailId } from '../../src/iam/guardrails.ts';
import { inventory } from './inventory.ts';
import {
  allow,
  deny,
  managedPolicy,
  organizationUnread,
  organizationWith,
  policyArn,
  roleWith,
  userWith,
  type Written,
} from './principals.ts';
import { account, refused, role } from './rows.ts';
import { testCheck, type Scenario } from './test-check.ts';

/** What differs between guardrails. */
export interface GuardrailScenarios {
  readonly requirement: GuardrailId;
  /** Statements that together make every violation impossible. */
  readonly closed: readonly Written[];
  /** A part of what is said of somebody whom nothing stops. */
  readonly says: string;
  readonly fail?: readonly Scenario[];
  readonly pass?: readonly Scenario[];
  readonly unknown?: readonly Scenario[];
}

const everything = allow(['sagemaker:*', 'iam:PassRole']);
const admin = allow('*');

/** One principal in an account without an organization. */
export const lone = (...rows: readonly AuthorizationDetail[]): Inventory => inventory({ accountAuthorization: rows });

/** The scenarios that every guardrail has, and its own. */
export function testGuardrail(
  check: AnyCheck,
  { requirement, closed, says, fail = [], pass = [], unknown = [] }: GuardrailScenarios,
): void {
  testCheck(check, {
    fail: [
      ['a role that may do everything in SageMaker', lone(roleWith('open', [everything])), 'open', { says, requirements: [requirement] }],
      [
        'a user whose group allows it',
        lone(
          {
            Group: {
              GroupName: 'team',
              Arn: `arn:aws:iam::${account}:group/team`,
              Path: '/',
              GroupPolicyList: [{ PolicyName: 'p', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: everything }) }],
            },
          },
          userWith('ana', [], { GroupList: ['team'] }),
        ),
        'ana',
        { says },
      ],
      [
        'by a managed policy in its default version',
        lone(
          managedPolicy('data-science', [everything]),
          role('open', { AttachedManagedPolicies: [{ PolicyArn: policyArn('data-science') }] }),
        ),
        'open',
        { says },
      ],
      [
        'service control policies unread',
        inventory({ accountAuthorization: [roleWith('open', [everything])], ...organizationUnread(refused) }),
        'open',
        { says: 'may still prevent it' },
      ],
      [
        '… which do not hold for the management account',
        inventory({ accountAuthorization: [roleWith('open', [everything])], ...organizationWith(closed, account) }),
        'open',
      ],
      ...fail,
    ],
    pass: [
      ['nothing allowed', lone(roleWith('idle', [allow('s3:GetObject')])), 'idle', { says: 'nothing allows it' }],
      ['denied by its own policy', lone(roleWith('bound', [everything, ...closed])), 'bound', { says: 'cannot create' }],
      [
        'denied by its boundary',
        lone(
          managedPolicy('boundary', [admin, ...closed]),
          roleWith('bound', [everything], { PermissionsBoundary: { PermissionsBoundaryArn: policyArn('boundary') } }),
        ),
        'bound',
      ],
      [
        'denied by a service control policy',
        inventory({ accountAuthorization: [roleWith('bound', [everything])], ...organizationWith(closed) }),
        'bound',
        { says: 'cannot create' },
      ],
      [
        '… which binds an administrator, too',
        inventory({ accountAuthorization: [roleWith('boss', [admin])], ...organizationWith(closed) }),
        'boss',
      ],
      [
        'an administrator under a boundary that it cannot lift, whatever an organization that could not be read says',
        inventory({
          accountAuthorization: [
            managedPolicy('boundary', [admin, ...closed, deny('iam:Delete*Boundary')]),
            roleWith('boss', [admin], { PermissionsBoundary: { PermissionsBoundaryArn: policyArn('boundary') } }),
          ],
          ...organizationUnread(refused),
        }),
        'boss',
      ],
      [
        'a boundary that allows nothing of SageMaker',
        lone(
          managedPolicy('boundary', [allow('s3:*')]),
          roleWith('bound', [everything], { PermissionsBoundary: { PermissionsBoundaryArn: policyArn('boundary') } }),
        ),
        'bound',
      ],
      ...pass,
    ],
    unknown: [
      [
        'a policy that is no JSON',
        lone(role('odd', { RolePolicyList: [{ PolicyName: 'own', PolicyDocument: '{"Version":' }] })),
        'odd',
        { says: 'could not be read', missing: [] },
      ],
      [
        'an attached policy that IAM did not hand over',
        lone(role('odd', { AttachedManagedPolicies: [{ PolicyArn: policyArn('gone') }] })),
        'odd',
        { says: policyArn('gone') },
      ],
      [
        'a Deny with an operator that nobody knows',
        lone(roleWith('odd', [everything, deny('sagemaker:*', { StringMatches: { 'sagemaker:VpcSubnets': 'x' } })])),
        'odd',
        { says: 'StringMatches' },
      ],
      [
        'denied by a tag of the session that nobody knows',
        lone(
          roleWith('odd', [everything, deny('sagemaker:*', { StringNotEquals: { 'aws:PrincipalTag/team': 'ml' } })], {
            AssumeRolePolicyDocument: JSON.stringify({
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: ['sts:AssumeRole', 'sts:TagSession'] }],
            }),
          }),
        ),
        'odd',
        { says: 'aws:PrincipalTag/team' },
      ],
      [
        'users and roles unread',
        inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
        account,
        { missing: ['iam:GetAccountAuthorizationDetails'] },
      ],
      ...unknown,
    ],
    'not-applicable': [
      ['an administrator, by effect', lone(roleWith('boss', [admin])), 'boss', { says: 'administrator' }],
      [
        'who may rewrite the policy that binds it',
        lone(roleWith('sly', [everything, ...closed, allow('iam:PutRolePolicy')])),
        'sly',
        { says: 'administrator' },
      ],
      [
        'a new version of the policy that is attached',
        lone(
          managedPolicy('p', [everything, allow('iam:CreatePolicyVersion')]),
          role('sly', { AttachedManagedPolicies: [{ PolicyArn: policyArn('p') }] }),
        ),
        'sly',
      ],
    ],
    silent: [
      [
        'a service-linked role',
        lone(roleWith('AWSServiceRoleForSageMaker', [admin], { Path: '/aws-service-role/sagemaker.amazonaws.com/' })),
      ],
      ['no principals', lone()],
    ],
  });
}
