import check from '../../../src/checks/tenancy/execution-role-without-source-condition.ts';
import { inventory } from '../../support/inventory.ts';
import { account, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';
import { letting, sageMaker, trusting } from '../../support/trust-scenarios.ts';

const service = { Service: 'sagemaker.amazonaws.com' };

testCheck(check, {
  fail: [
    [
      'no condition',
      trusting(sageMaker),
      'ml',
      {
        says: 'for something in any account',
        requirements: ['TEN-15'],
        evidence: ['iam:GetAccountAuthorizationDetails AssumeRolePolicyDocument="statement 1 of policy ml/AssumeRolePolicyDocument"'],
      },
    ],
    ['an ARN of any account', trusting(letting(service, { ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:*:*' } })), 'ml'],
    [
      'the condition is on another statement',
      trusting(letting(service, { StringEquals: { 'aws:SourceAccount': account } }), sageMaker),
      'ml',
    ],
  ],
  pass: [
    [
      'its own account',
      trusting(letting(service, { StringEquals: { 'aws:SourceAccount': account } })),
      'ml',
      { says: 'named accounts alone' },
    ],
    [
      'things of its own account',
      trusting(letting(service, { ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:eu-west-1:${account}:*` } })),
      'ml',
    ],
    [
      'a Deny of others',
      trusting(sageMaker, { ...letting(service, { StringNotEquals: { 'aws:SourceAccount': account } }), Effect: 'Deny' }),
      'ml',
    ],
    ['SageMaker may not take it on', trusting(letting({ Service: 'ec2.amazonaws.com' })), 'ml'],
  ],
  unknown: [
    [
      'a key that says something else',
      trusting(letting(service, { StringEquals: { 'aws:SourceOrgID': 'o-1' } })),
      'ml',
      { says: 'cannot tell for whom' },
    ],
    [
      'IAM could not be read',
      inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
});
