import check from '../../../src/checks/tenancy/principal-swaps-execution-role.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { allow, deny } from '../../support/rows-iam.ts';
import { account } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const update = 'sagemaker:UpdateUserProfile';
const pass = 'iam:PassRole';
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const any = accessScenarios({}, allow([update, pass]), 'sagemaker:*');
const to = (service: string) => ({ StringEquals: { 'iam:PassedToService': service } });

testCheck(check, {
  fail: [
    [
      'a user profile',
      withAnn({}, allow(update), allow(pass)),
      'ann',
      { says: 'may put roles that nobody named to it', requirements: ['TEN-2'] },
    ],
    ['a domain', withAnn({}, allow(['sagemaker:UpdateDomain', pass])), 'ann'],
    [
      'a notebook, to SageMaker alone',
      withAnn({}, allow('sagemaker:UpdateNotebookInstance'), allow(pass, role('*'), to('sagemaker.amazonaws.com'))),
      'ann',
    ],
    ...any.fail,
  ],
  pass: [
    ['passes no role', withAnn({}, allow(update)), 'ann', { says: 'cannot put roles' }],
    ['passes named roles', withAnn({}, allow(update), allow(pass, [role('ml'), role('ml-*')])), 'ann'],
    ['passes to another service', withAnn({}, allow(update), allow(pass, '*', to('lambda.amazonaws.com'))), 'ann'],
    ['changes nothing', withAnn({}, allow(pass)), 'ann'],
    ['may not pass to SageMaker', withAnn({}, allow([update, pass]), deny(pass, '*', to('sagemaker.amazonaws.com'))), 'ann'],
    ...any.pass,
  ],
  unknown: any.unknown,
  'not-applicable': any['not-applicable'],
});
