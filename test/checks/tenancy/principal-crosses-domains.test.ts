import check from '../../../src/checks/tenancy/principal-crosses-domains.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, controlledBy, deny, user, type Written } from '../../support/rows-iam.ts';
import { account, domain, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const studio = { domains: [domain('d-1'), domain('d-2')], userProfiles: [userProfile('ann'), userProfile('bob', {}, 'd-2')] };
const arn = (path: string): string => `arn:aws:sagemaker:eu-west-1:${account}:${path}`;
const ann = (...statements: readonly Written[]) => ({ accountAuthorization: [actingRole('ann', statements)] });
const isolated = { StringEquals: { 'aws:ResourceTag/sagemaker:domain-arn': arn('domain/d-1') } };
const elsewhere = { StringNotEqualsIfExists: isolated.StringEquals };

testCheck(check, {
  fail: [
    [
      'everything',
      inventory({ ...studio, ...ann(allow('sagemaker:*')) }),
      'ann',
      {
        says: 'may act on the work of another Studio domain',
        requirements: ['TEN-11'],
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 1 of policy ann/own="sagemaker:DeleteApp on ${arn('app/d-2/zq7-of-somebody-else/JupyterLab/default')} with aws:ResourceTag/sagemaker:domain-arn=${arn('domain/d-2')}, sagemaker:ResourceTag/sagemaker:domain-arn=${arn('domain/d-2')}, sagemaker:DomainId=d-1, sagemaker:UserProfileName=somebody, without sagemaker:OwnerUserProfileArn"`,
        ],
      },
    ],
    [
      'the role of profiles in both',
      inventory({
        ...studio,
        userProfiles: [
          userProfile('ann'),
          userProfile('bob', { UserSettings: { ExecutionRole: `arn:aws:iam::${account}:role/ann` } }, 'd-2'),
        ],
        ...ann(allow('sagemaker:*')),
      }),
      'ann',
      { says: 'profiles of several domains' },
    ],
    ['reads jobs', inventory({ ...studio, ...ann(allow('sagemaker:Describe*')) }), 'ann'],
    [
      'a Deny for the tag on part of it',
      inventory({ ...studio, ...ann(allow('sagemaker:*'), deny('sagemaker:Delete*', '*', elsewhere)) }),
      'ann',
    ],
  ],
  pass: [
    [
      'only what bears the tag of its domain',
      inventory({ ...studio, ...ann(allow('sagemaker:*', '*', isolated)) }),
      'ann',
      { says: 'cannot act on the work of another' },
    ],
    [
      'a Deny of what is of another domain',
      inventory({ ...studio, ...ann(allow('sagemaker:*'), deny('sagemaker:*', '*', elsewhere)) }),
      'ann',
    ],
    [
      'names with a prefix',
      inventory({
        ...studio,
        ...ann(
          allow(
            'sagemaker:*',
            ['endpoint', 'model', 'training-job'].map((kind) => arn(`${kind}/ann-*`)),
          ),
        ),
      }),
      'ann',
    ],
    ['apps of its own domain', inventory({ ...studio, ...ann(allow('sagemaker:*App', arn('app/${sagemaker:DomainId}/*'))) }), 'ann'],
    [
      'the organization stops it',
      inventory({ ...studio, ...ann(allow('sagemaker:*')), ...controlledBy(deny('sagemaker:*', '*', elsewhere)) }),
      'ann',
    ],
  ],
  unknown: [
    [
      'by another tag',
      inventory({ ...studio, ...ann(allow('sagemaker:*', '*', { StringEquals: { 'aws:ResourceTag/team': 'a' } })) }),
      'ann',
      { says: 'tags of the resource' },
    ],
    [
      'profiles could not be read',
      inventory({ ...studio, userProfiles: [userProfile('ann', refused('sagemaker:DescribeUserProfile'))], ...ann(allow('sagemaker:*')) }),
      account,
      { missing: ['sagemaker:DescribeUserProfile'] },
    ],
    [
      'IAM could not be read',
      inventory({ ...studio, accountAuthorization: refused('iam:GetAccountAuthorizationDetails') }),
      account,
      { missing: ['iam:GetAccountAuthorizationDetails'] },
    ],
  ],
  'not-applicable': [['an administrator', inventory({ ...studio, ...ann(allow('*')) }), 'ann', { says: 'is an administrator' }]],
  silent: [
    ['one domain', inventory({ domains: [domain('d-1')], userProfiles: [userProfile('ann')], ...ann(allow('sagemaker:*')) })],
    ['a user', inventory({ ...studio, accountAuthorization: [user('ann', [allow('sagemaker:*')])] })],
  ],
});
