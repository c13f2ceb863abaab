import check from '../../../src/checks/root-access/principal-plants-studio-scripts.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { allow, deny } from '../../support/rows-iam.ts';
import { account, domain, refused } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const given = { domains: [domain()] };
const make = 'sagemaker:CreateStudioLifecycleConfig';
const config = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:studio-lifecycle-config/${name}`;
const any = accessScenarios(given, allow([make, 'sagemaker:UpdateDomain']), 'sagemaker:*');

testCheck(check, {
  fail: [
    [
      'on the domain',
      withAnn(given, allow([make, 'sagemaker:UpdateDomain'])),
      'ann',
      { says: 'may run scripts of its own in the Studio apps of others', requirements: ['ROOT-2'] },
    ],
    ['on a profile', withAnn(given, allow([make, 'sagemaker:UpdateUserProfile'])), 'ann'],
    [
      'approved scripts are asked for on the domain alone',
      withAnn(
        given,
        allow('sagemaker:*'),
        deny('sagemaker:UpdateDomain', '*', { 'ForAnyValue:ArnNotLike': { 'sagemaker:StudioLifecycleConfigArns': config('approved') } }),
      ),
      'ann',
    ],
    ...any.fail,
  ],
  pass: [
    ['only makes them', withAnn(given, allow(make)), 'ann', { says: 'cannot put scripts of its own' }],
    ['only attaches them', withAnn(given, allow(['sagemaker:UpdateDomain', 'sagemaker:UpdateUserProfile'])), 'ann'],
    ['in its own app', withAnn(given, allow([make, 'sagemaker:CreateApp'])), 'ann'],
    [
      'only approved ones',
      withAnn(
        given,
        allow('sagemaker:*'),
        deny(['sagemaker:UpdateDomain', 'sagemaker:UpdateUserProfile'], '*', {
          'ForAnyValue:ArnNotLike': { 'sagemaker:StudioLifecycleConfigArns': config('approved') },
        }),
      ),
      'ann',
    ],
    ...any.pass,
  ],
  unknown: [
    [
      'domains could not be listed',
      withAnn({ domains: refused('sagemaker:ListDomains') }, allow('sagemaker:*')),
      'ann',
      { missing: ['sagemaker:ListDomains'] },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [['no domain', withAnn({}, allow('sagemaker:*'))]],
});
