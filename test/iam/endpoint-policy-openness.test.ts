import { describe, expect, it } from 'vitest';
import { endpointPolicyOpenness } from '../../src/iam/endpoint-policy-openness.ts';
import { readPolicy } from '../../src/iam/policy-document.ts';

const all = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const allow = (more: object) => ({ ...all, ...more });
const deny = (more: object = {}) => ({ ...all, Effect: 'Deny', ...more });
const when = (operator: string, key: string, value: string | readonly string[]) => ({ Condition: { [operator]: { [key]: value } } });

function kind(...Statement: object[]): string {
  const policy = readPolicy(JSON.stringify({ Statement }));
  if (policy.kind === 'unreadable') throw new Error(policy.reason);
  return endpointPolicyOpenness(policy.statements, 'sagemaker').kind;
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

/** Each with the AWS page of the rule that it tests. */
const cases: readonly (readonly [name: string, expected: 'open' | 'limited' | 'undecided', page: string, ...statements: object[]])[] = [
  ['the default', 'open', 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html', all],
  ['anybody, written as an object', 'open', `${guide}reference_policies_elements_principal.html`, allow({ Principal: { AWS: '*' } })],
  ['one account', 'limited', `${guide}reference_policies_elements_principal.html`, allow({ Principal: { AWS: '111122223333' } })],
  [
    'all but one account',
    'undecided',
    `${guide}reference_policies_elements_notprincipal.html`,
    { Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: '*', Resource: '*' },
  ],
  ['all actions of the service', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sagemaker:*' })],
  ['actions are not case-sensitive', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: 'SageMaker:*' })],
  ['a beginning that covers the service', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sage*' })],
  [
    'a beginning that covers part of it',
    'limited',
    `${guide}reference_policies_elements_action.html`,
    allow({ Action: 'sagemaker:Describe*' }),
  ],
  ['all actions of another service', 'limited', `${guide}reference_policies_elements_action.html`, allow({ Action: 's3:*' })],
  ['one in a list covers all', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: ['s3:GetObject', '*'] })],
  [
    'all actions but some',
    'undecided',
    `${guide}reference_policies_elements_notaction.html`,
    { Effect: 'Allow', Principal: '*', NotAction: 'iam:*', Resource: '*' },
  ],
  [
    'all actions but all',
    'limited',
    `${guide}reference_policies_elements_notaction.html`,
    { Effect: 'Allow', Principal: '*', NotAction: '*', Resource: '*' },
  ],
  ['resources of any account', 'open', `${guide}reference_policies_elements_resource.html`, allow({ Resource: 'arn:aws:sagemaker:*:*:*' })],
  [
    'resources of one account',
    'limited',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:*:111122223333:*' }),
  ],
  ['resources of another service', 'limited', `${guide}reference_policies_elements_resource.html`, allow({ Resource: 'arn:aws:s3:::*' })],
  [
    'the organization of the caller',
    'limited',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('StringEquals', 'aws:PrincipalOrgID', 'o-1')),
  ],
  [
    'paths of organizations',
    'limited',
    `${guide}reference_policies_condition-keys.html`,
    allow(when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-1/*'])),
  ],
  [
    'any account that has a number',
    'open',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringLike', 'aws:PrincipalAccount', '*')),
  ],
  [
    'a key that may be missing',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-1')),
  ],
  [
    'for all values, of which there may be none',
    'undecided',
    `${guide}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    allow(when('ForAllValues:StringEquals', 'aws:PrincipalOrgPaths', 'o-1/*')),
  ],
  [
    'another organization than this one',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1')),
  ],
  ['TLS', 'open', `${guide}reference_policies_condition-keys.html`, allow(when('Bool', 'aws:SecureTransport', 'true'))],
  ['an address', 'undecided', `${guide}reference_policies_condition-keys.html`, allow(when('IpAddress', 'aws:SourceIp', '192.0.2.0/24'))],
  ['nothing is allowed', 'limited', `${guide}reference_policies_evaluation-logic.html`, deny()],
  ['all is denied again', 'limited', `${guide}reference_policies_evaluation-logic.html`, all, deny()],
  [
    'the order of statements does not matter',
    'limited',
    `${guide}reference_policies_evaluation-logic.html`,
    deny(when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1')),
    all,
  ],
  [
    'resources of others are denied',
    'limited',
    `${guide}reference_policies_condition-keys.html`,
    all,
    deny(when('StringNotEqualsIfExists', 'aws:ResourceOrgID', 'o-1')),
  ],
  [
    'others are denied one action',
    'undecided',
    `${guide}reference_policies_evaluation-logic.html`,
    all,
    deny({ Action: 'sagemaker:CreateModel', ...when('StringNotEquals', 'aws:PrincipalOrgID', 'o-1') }),
  ],
  [
    'others are denied under a further condition',
    'undecided',
    `${guide}reference_policies_elements_condition.html`,
    all,
    deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:RequestTag/a': 'b' } } }),
  ],
  [
    'two conditions of a Deny must hold together',
    'undecided',
    `${guide}reference_policies_elements_condition.html`,
    all,
    deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:PrincipalAccount': '111122223333' } } }),
  ],
  [
    'those of the own organization are denied',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    all,
    deny(when('StringEquals', 'aws:PrincipalOrgID', 'o-1')),
  ],
  ['an asterisk on both sides of the colon', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: '*:*' })],
  ['two asterisks are one', 'open', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sagemaker:**' })],
  ['a pattern in the middle', 'limited', `${guide}reference_policies_elements_action.html`, allow({ Action: 'sagemaker:*Endpoint' })],
  [
    'all resources of the Region in which the endpoint is',
    'open',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:eu-west-1:*:*' }),
  ],
  [
    'a pattern that runs over the colons',
    'open',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:*' }),
  ],
  [
    'one kind of resource of any account',
    'limited',
    `${guide}reference_policies_elements_resource.html`,
    allow({ Resource: 'arn:aws:sagemaker:*:*:model/*' }),
  ],
  [
    'any organization that has a name',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringLike', 'aws:PrincipalOrgID', 'o-*')),
  ],
  [
    'a role of that name in any account',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ml')),
  ],
  [
    'roles of one account',
    'limited',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/*')),
  ],
  [
    'another endpoint than this one',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    allow(when('StringNotEquals', 'aws:SourceVpce', 'vpce-1')),
  ],
  ['plain HTTP only', 'undecided', `${guide}reference_policies_condition-keys.html`, allow(when('Bool', 'aws:SecureTransport', 'false'))],
  [
    'services of AWS alone are denied',
    'undecided',
    `${guide}reference_policies_condition-keys.html`,
    all,
    deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, Bool: { 'aws:PrincipalIsAWSService': 'true' } } }),
  ],
  [
    'those without an organization alone are denied',
    'undecided',
    `${guide}reference_policies_elements_condition_operators.html`,
    all,
    deny(when('StringNotLike', 'aws:PrincipalOrgID', '*')),
  ],
];

describe('an endpoint policy', () => {
  it.each(cases)('%s: %s', (_name, expected, _page, ...statements) => {
    expect(kind(...(statements as object[]))).toBe(expected);
  });

  it('names the statement that opens it', () => {
    const policy = readPolicy(JSON.stringify({ Statement: [allow({ Action: 's3:*' }), all] }));
    expect(policy.kind === 'read' && endpointPolicyOpenness(policy.statements, 'sagemaker')).toEqual({ kind: 'open', statement: 1 });
  });
});
