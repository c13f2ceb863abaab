import check from '../../../src/checks/tenancy/execution-role-passes-any-role.ts';
import { accessScenarios } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, type Written } from '../../support/rows-iam.ts';
import { account } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const ml = (...statements: readonly Written[]) => inventory({ accountAuthorization: [actingRole('ml', statements)] });
const any = accessScenarios({}, allow('iam:PassRole'), 'iam:PassRole', 'role');
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const to = (...services: readonly string[]) => ({ StringEquals: { 'iam:PassedToService': services } });

testCheck(check, {
  fail: [
    [
      'to SageMaker alone',
      ml(allow('iam:PassRole', '*', to('sagemaker.amazonaws.com'))),
      'ml',
      {
        says: 'may pass roles that nobody named to it',
        requirements: ['TEN-16'],
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 1 of policy ml/own="iam:PassRole on ${role('zq7-of-somebody-else')} with iam:PassedToService=sagemaker.amazonaws.com"`,
        ],
      },
    ],
    ['to another service', ml(allow('iam:PassRole', role('*'), to('lambda.amazonaws.com'))), 'ml'],
    ...any.fail,
  ],
  pass: [
    ['itself', ml(allow('iam:PassRole', role('ml'))), 'ml', { says: 'cannot pass roles that nobody named to it' }],
    ['names with SageMaker in them', ml(allow('iam:PassRole', 'arn:aws:iam::*:role/*AmazonSageMaker*')), 'ml'],
    ['roles of another account', ml(allow('iam:PassRole', 'arn:aws:iam::444455556666:role/*')), 'ml'],
    ...any.pass,
  ],
  unknown: [
    [
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
      'roles that bear its tag, which AWS says is not reliable',
      ml(allow('iam:PassRole', '*', { StringEquals: { 'iam:ResourceTag/team': 'a' } })),
      'ml',
      { says: 'no reliable results' },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
});
