import check from '../../../src/checks/tenancy/execution-role-trusts-others.ts';
import { inventory } from '../../support/inventory.ts';
import { account, refused, role } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';
import { letting, sageMaker, trusting } from '../../support/trust-scenarios.ts';

const root = `arn:aws:iam::${account}:root`;

testCheck(check, {
  fail: [
    [
      'another service',
      trusting(letting({ Service: ['sagemaker.amazonaws.com', 'lambda.amazonaws.com'] })),
      'ml',
      {
        says: 'may be taken on by others of the account, or another service',
        requirements: ['TEN-15'],
        evidence: ['iam:GetAccountAuthorizationDetails AssumeRolePolicyDocument: Principal="lambda.amazonaws.com"'],
      },
    ],
    ['whoever the account lets', trusting(sageMaker, letting({ AWS: root })), 'ml'],
    [
      'another service, for things of the account',
      trusting(sageMaker, letting({ Service: 'lambda.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': account } })),
      'ml',
    ],
    ['a user', trusting(sageMaker, letting({ AWS: `arn:aws:iam::${account}:user/ann` })), 'ml'],
    ['with multi-factor sign-in', trusting(sageMaker, letting({ AWS: root }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })), 'ml'],
    [
      'everybody, of whom the condition leaves the account',
      trusting(sageMaker, letting('*', { StringEquals: { 'aws:PrincipalAccount': account } })),
      'ml',
    ],
    [
      'everybody',
      trusting(sageMaker, letting('*')),
      'ml',
      { evidence: ['iam:GetAccountAuthorizationDetails AssumeRolePolicyDocument: Principal="*"'] },
    ],
    [
      'the account, of which the condition leaves one role',
      trusting(sageMaker, letting({ AWS: root }, { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/ci` } })),
      'ml',
    ],
  ],
  pass: [
    [
      'everybody, of whom the condition leaves another account',
      trusting(sageMaker, letting('*', { StringEquals: { 'aws:PrincipalAccount': '444455556666' } })),
      'ml',
    ],
    ['SageMaker alone', trusting(sageMaker), 'ml', { says: 'only SageMaker' }],
    ['another account is another matter', trusting(sageMaker, letting({ AWS: 'arn:aws:iam::444455556666:root' })), 'ml'],
    [
      'a user whom a Deny stops',
      trusting(sageMaker, letting({ AWS: `arn:aws:iam::${account}:user/ann` }), {
        ...letting({ AWS: `arn:aws:iam::${account}:user/ann` }),
        Effect: 'Deny',
      }),
      'ml',
    ],
    [
      'a condition that nobody meets',
      trusting(sageMaker, letting({ AWS: root }, { StringEquals: { 'aws:PrincipalAccount': '444455556666' } })),
      'ml',
    ],
  ],
  unknown: [
    [
      'only who bears a tag',
      trusting(sageMaker, letting({ AWS: root }, { StringEquals: { 'aws:PrincipalTag/team': 'a' } })),
      'ml',
      { says: 'cannot tell' },
    ],
    [
      'IAM could not be read',
      inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
  silent: [
    [
      'no role of SageMaker',
      inventory({
        accountAuthorization: [role('x', { AssumeRolePolicyDocument: JSON.stringify({ Statement: [letting({ AWS: root })] }) })],
      }),
    ],
  ],
});
