import check from '../../../src/checks/tenancy/execution-role-trusts-strangers.ts';
import { inventory } from '../../support/inventory.ts';
import { account, notebook, refused, role } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';
import { letting, sageMaker, trusting } from '../../support/trust-scenarios.ts';

const foreign = 'arn:aws:iam::444455556666:root';
const provider = `arn:aws:iam::${account}:saml-provider/idp`;

testCheck(check, {
  fail: [
    [
      'another account',
      trusting(sageMaker, letting({ AWS: foreign })),
      'ml',
      {
        says: 'may be taken on by somebody outside of the account',
        requirements: ['TEN-15'],
        evidence: [`iam:GetAccountAuthorizationDetails AssumeRolePolicyDocument: Principal="${foreign}"`],
      },
    ],
    ['another account by its number', trusting(sageMaker, letting({ AWS: ['444455556666'] })), 'ml'],
    ['a role of another account', trusting(sageMaker, letting({ AWS: 'arn:aws:iam::444455556666:role/ci' })), 'ml'],
    ['a session of one', trusting(sageMaker, letting({ AWS: 'arn:aws:sts::444455556666:assumed-role/ci/run' })), 'ml'],
    ['anybody', trusting(sageMaker, letting('*')), 'ml'],
    ['anybody as AWS', trusting(letting({ AWS: '*', Service: 'sagemaker.amazonaws.com' })), 'ml'],
    ['an external id is no bar', trusting(sageMaker, letting({ AWS: foreign }, { StringEquals: { 'sts:ExternalId': 'x' } })), 'ml'],
    ['an identity provider', trusting(sageMaker, letting({ Federated: provider }, {}, 'sts:AssumeRoleWithSAML')), 'ml'],
    [
      'an identity provider of the web',
      trusting(sageMaker, letting({ Federated: 'accounts.google.com' }, {}, 'sts:AssumeRoleWithWebIdentity')),
      'ml',
    ],
    [
      'an identity provider, for the console',
      trusting(
        sageMaker,
        letting({ Federated: provider }, { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }, 'sts:AssumeRoleWithSAML'),
      ),
      'ml',
    ],
    ['everybody but one', trusting(sageMaker, { ...letting(undefined), NotPrincipal: { AWS: `arn:aws:iam::${account}:user/x` } }), 'ml'],
    ['anybody, of another account', trusting(sageMaker, letting('*', { StringEquals: { 'aws:PrincipalAccount': '444455556666' } })), 'ml'],
    [
      '… by the name of its role',
      trusting(sageMaker, letting({ AWS: '*' }, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/ci-*' } })),
      'ml',
    ],
    [
      'another account, of which the condition leaves one role',
      trusting(sageMaker, letting({ AWS: foreign }, { StringLike: { 'aws:PrincipalArn': '*:role/deploy' } })),
      'ml',
    ],
    ['by a wildcard of actions', trusting(sageMaker, letting({ AWS: foreign }, {}, 'sts:*')), 'ml'],
  ],
  pass: [
    ['SageMaker alone', trusting(sageMaker), 'ml', { says: 'nobody outside of the account' }],
    ['people of the account', trusting(sageMaker, letting({ AWS: `arn:aws:iam::${account}:root` })), 'ml'],
    ['anybody, but of the account', trusting(sageMaker, letting('*', { StringEquals: { 'aws:PrincipalAccount': account } })), 'ml'],
    [
      'another account that a Deny stops',
      trusting(sageMaker, letting({ AWS: foreign }), {
        ...letting('*', { StringNotEquals: { 'aws:PrincipalAccount': account } }),
        Effect: 'Deny',
      }),
      'ml',
    ],
    [
      'anybody, by the name of a role of the account',
      trusting(sageMaker, letting('*', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/*` } })),
      'ml',
    ],
    ['only tags sessions', trusting(sageMaker, letting({ AWS: foreign }, {}, 'sts:TagSession')), 'ml'],
    ['an id of somebody who is gone', trusting(sageMaker, letting({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })), 'ml'],
  ],
  unknown: [
    [
      'only of an organization',
      trusting(sageMaker, letting('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })),
      'ml',
      { says: 'cannot tell' },
    ],
    [
      'a trust policy that is no JSON',
      inventory({
        accountAuthorization: [role('ml', { AssumeRolePolicyDocument: 'odd' })],
        notebookInstances: [notebook('nb', { RoleArn: `arn:aws:iam::${account}:role/ml` })],
      }),
      'ml',
      { says: 'its trust policy is no JSON' },
    ],
    [
      'IAM could not be read',
      inventory({ accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
});
