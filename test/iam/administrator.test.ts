import { describe, expect, it } from 'vitest';
import { mayChangeItself, mayLiftBoundary } from '../../src/iam/administrator.ts';
import { principalsOf } from '../../src/iam/principals.ts';
import { allow, deny, managedPolicy, policyArn, roleWith, userWith } from '../support/principals.ts';
import { account, role } from '../support/rows.ts';

type Rows = Parameters<typeof principalsOf>[0];

function named(rows: Rows, name: string) {
  const principal = principalsOf(rows).find((each) => each.name === name);
  if (principal === undefined) throw new Error(`no ${name}`);
  return principal;
}

const changes = (rows: Rows, name: string, partition = 'aws'): string => {
  const principal = named(rows, name);
  return mayChangeItself(principal, principal.policies, { partition }).kind;
};

const lifts = (rows: Rows, name: string, partition = 'aws'): boolean => {
  const principal = named(rows, name);
  return mayLiftBoundary(principal, principal.policies, { partition });
};

const group = (name: string) => ({ Group: { GroupName: name, Arn: `arn:aws:iam::${account}:group/${name}`, Path: '/' } });

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_actions-resources-contextkeys.html and the actions of IAM's own reference.
describe('who may change what it may do', () => {
  it.each<[string, Rows, string, string]>([
    ['everything', [roleWith('r', [allow('*')])], 'r', 'possible'],
    ['a policy of its own', [roleWith('r', [allow('iam:PutRolePolicy')])], 'r', 'possible'],
    ['… of a user', [userWith('ana', [allow('iam:PutUserPolicy')])], 'ana', 'possible'],
    ['the action for roles, of a user', [userWith('ana', [allow('iam:PutRolePolicy')])], 'ana', 'impossible'],
    ['the action for users, of a role', [roleWith('r', [allow('iam:AttachUserPolicy')])], 'r', 'impossible'],
    [
      'for other roles alone',
      [roleWith('r', [allow('iam:PutRolePolicy', { Resource: `arn:aws:iam::${account}:role/other` })])],
      'r',
      'impossible',
    ],
    ['attaching whatever', [roleWith('r', [allow('iam:AttachRolePolicy')])], 'r', 'possible'],
    [
      'attaching one policy that is named',
      [
        roleWith('r', [
          allow('iam:AttachRolePolicy', { Condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess' } } }),
        ]),
      ],
      'r',
      'impossible',
    ],
    ['its group', [group('team'), userWith('ana', [allow('iam:PutGroupPolicy')], { GroupList: ['team'] })], 'ana', 'possible'],
    ['a group that it is not in', [group('team'), userWith('ana', [allow('iam:PutGroupPolicy')])], 'ana', 'impossible'],
    [
      'a new version of what is attached',
      [managedPolicy('p', [allow('iam:CreatePolicyVersion')]), role('r', { AttachedManagedPolicies: [{ PolicyArn: policyArn('p') }] })],
      'r',
      'possible',
    ],
    ['a new version of what is not', [managedPolicy('p', []), roleWith('r', [allow('iam:CreatePolicyVersion')])], 'r', 'impossible'],
    ['sagemaker:* alone is none', [roleWith('r', [allow('sagemaker:*')])], 'r', 'impossible'],
    ['denied', [roleWith('r', [allow('*'), deny('iam:*')])], 'r', 'impossible'],
    [
      'only with the boundary that it has, which is none',
      [roleWith('r', [allow('iam:PutRolePolicy', { Condition: { StringEquals: { 'iam:PermissionsBoundary': policyArn('boundary') } } })])],
      'r',
      'impossible',
    ],
    [
      'only with the boundary that it has',
      [
        managedPolicy('boundary', [allow('*')]),
        roleWith('r', [allow('iam:PutRolePolicy', { Condition: { StringEquals: { 'iam:PermissionsBoundary': policyArn('boundary') } } })], {
          PermissionsBoundary: { PermissionsBoundaryArn: policyArn('boundary') },
        }),
      ],
      'r',
      'possible',
    ],
  ])('%s', (_name, rows, name, expected) => {
    expect(changes(rows, name)).toBe(expected);
  });

  // IAM answers in us-east-1, cn-north-1 and us-gov-west-1: https://docs.aws.amazon.com/general/latest/gr/iam-service.html
  it.each([
    ['aws', 'us-east-1'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ])('asks in the Region of IAM of %s', (partition, region) => {
    const bound = [roleWith('r', [allow('*'), deny('*', { StringNotEquals: { 'aws:RequestedRegion': region } })])];
    expect(changes(bound, 'r', partition)).toBe('possible');
    const elsewhere = [roleWith('r', [allow('*'), deny('*', { StringEquals: { 'aws:RequestedRegion': region } })])];
    expect(changes(elsewhere, 'r', partition)).toBe('impossible');
  });

  it('lifts a boundary by the action of its kind', () => {
    expect(lifts([roleWith('r', [allow('iam:DeleteRolePermissionsBoundary')])], 'r')).toBe(true);
    expect(lifts([roleWith('r', [allow('iam:DeleteUserPermissionsBoundary')])], 'r')).toBe(false);
    expect(lifts([userWith('u', [allow('iam:DeleteUserPermissionsBoundary')])], 'u')).toBe(true);
    expect(lifts([userWith('u', [allow('iam:DeleteRolePermissionsBoundary')])], 'u')).toBe(false);
  });
});
