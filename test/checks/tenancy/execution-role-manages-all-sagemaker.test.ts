import check from '../../../src/checks/tenancy/execution-role-manages-all-sagemaker.ts';
import { accessScenarios } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, deny, type Written } from '../../support/rows-iam.ts';
import { testCheck } from '../../support/test-check.ts';

const ml = (...statements: readonly Written[]) => inventory({ accountAuthorization: [actingRole('ml', statements)] });
const any = accessScenarios({}, allow('sagemaker:*'), 'sagemaker:*', 'role');

/** The shape of AmazonSageMakerFullAccess: all but a few kinds of resource. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html */
const fullAccess: Written = {
  Effect: 'Allow',
  Action: 'sagemaker:*',
  NotResource: ['domain', 'user-profile', 'app', 'space', 'flow-definition'].map((kind) => `arn:aws:sagemaker:*:*:${kind}/*`),
};

testCheck(check, {
  fail: [
    [
      'the effect of AmazonSageMakerFullAccess',
      ml(fullAccess),
      'ml',
      { says: 'may open, change and delete whatever there is', requirements: ['TEN-16'] },
    ],
    ['a Deny of what it does not need', ml(allow('*'), deny(['iam:*', 'sagemaker:DeleteDomain'])), 'ml'],
    ...any.fail,
  ],
  pass: [
    [
      'only names with its prefix',
      ml(allow('sagemaker:*', 'arn:aws:sagemaker:*:*:*/team-a-*')),
      'ml',
      { says: 'cannot manage everything' },
    ],
    ['only what bears its tag', ml(allow('sagemaker:*', '*', { StringEquals: { 'aws:ResourceTag/team': 'a' } })), 'ml'],
    ['creates and reads', ml(allow(['sagemaker:Create*', 'sagemaker:Describe*'])), 'ml'],
    ['cannot delete', ml(fullAccess, deny('sagemaker:Delete*')), 'ml'],
    ...any.pass,
  ],
  unknown: any.unknown,
  'not-applicable': any['not-applicable'],
});
