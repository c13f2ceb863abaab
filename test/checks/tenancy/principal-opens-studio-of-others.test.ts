import check from '../../../src/checks/tenancy/principal-opens-studio-of-others.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { inventory, inventoryOf } from '../../support/inventory.ts';
import { actingRole, allow, deny, user, type Written } from '../../support/rows-iam.ts';
import { account, domain, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const given = { domains: [domain()], userProfiles: [userProfile('ann'), userProfile('bob')] };
const mint = 'sagemaker:CreatePresignedDomainUrl';
const profile = (path: string): string => `arn:aws:sagemaker:eu-west-1:${account}:user-profile/${path}`;
const any = accessScenarios(given, allow(mint), 'sagemaker:*');
const owner = (value: string) => ({ StringEquals: { 'sagemaker:ResourceTag/owner': value } });
const tagged = (name: string, tags: { readonly [key: string]: string }, ...statements: readonly Written[]) =>
  user(name, statements, { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) });
const inStudio = (...statements: readonly Written[]) => inventory({ ...given, accountAuthorization: [actingRole('ann', statements)] });
const own = profile('${sagemaker:DomainId}/${sagemaker:UserProfileName}');

testCheck(check, {
  fail: [
    [
      'for all profiles of a domain',
      withAnn(given, allow(mint, profile('d-1/*'))),
      'ann',
      {
        says: 'may open Studio as somebody else',
        requirements: ['TEN-5'],
        evidence: [`iam:GetAccountAuthorizationDetails statement 1 of policy ann/own="${mint} on ${profile('d-1/bob')}"`],
      },
    ],
    ['two profiles by name, hers and another', withAnn(given, allow(mint, [profile('d-1/ann'), profile('d-1/bob')])), 'ann'],
    ['two profiles of others', withAnn(given, allow(mint, [profile('d-1/bob'), profile('d-1/carol')])), 'ann'],
    ['hers beside all', withAnn(given, allow(mint, profile('d-1/${aws:username}')), allow('sagemaker:*')), 'ann'],
    ['a name that begins as hers', withAnn(given, allow(mint, profile('d-1/${aws:username}*'))), 'ann'],
    ['the role of one profile opens all', inStudio(allow(mint, profile('${sagemaker:DomainId}/*'))), 'ann'],
    ['from elsewhere than Studio', inStudio(allow(mint, own), allow(mint, '*', { Null: { 'sagemaker:UserProfileName': 'true' } })), 'ann'],
    [
      'the profiles are in another Region',
      inventoryOf({ 'us-east-1': { accountAuthorization: [user('ann', [allow(mint)])] }, 'eu-west-1': given }),
      'ann',
    ],
    ...any.fail,
  ],
  pass: [
    ['her own by name', withAnn(given, allow(mint, profile('d-1/ann'))), 'ann', { says: 'cannot open Studio as anybody else' }],
    ['her own by variable', withAnn(given, allow(mint, profile('*/${aws:username}'))), 'ann'],
    ['one profile that is called otherwise', withAnn(given, allow(mint, profile('d-1/a-smith'))), 'ann'],
    ['hers by tag', withAnn(given, allow(mint, '*', owner('${aws:username}'))), 'ann'],
    [
      'a Deny of all that is not hers',
      withAnn(given, allow('sagemaker:*'), deny(mint, '*', { StringNotEquals: { 'sagemaker:ResourceTag/owner': '${aws:username}' } })),
      'ann',
    ],
    [
      'a Deny beside her profile',
      withAnn(given, allow('sagemaker:*'), { Effect: 'Deny', Action: mint, NotResource: profile('d-1/ann') }),
      'ann',
    ],
    [
      'by a tag that she alone has',
      inventory({
        ...given,
        accountAuthorization: [
          tagged('ann', { owner: 'a' }, allow(mint, '*', owner('${aws:PrincipalTag/owner}'))),
          tagged('bob', { owner: 'b' }),
        ],
      }),
      'ann',
    ],
    ['the caller has no such tag', withAnn(given, allow(mint, '*', owner('${aws:PrincipalTag/owner}'))), 'ann'],
    ['the role of a profile opens that profile', inStudio(allow(mint, own)), 'ann'],
    [
      'only a domain with Identity Center',
      inventory({
        domains: [domain(), domain('d-2', { AuthMode: 'SSO' })],
        userProfiles: given.userProfiles,
        accountAuthorization: [user('ann', [allow(mint, profile('d-2/*'))])],
      }),
      'ann',
    ],
    ...any.pass,
  ],
  unknown: [
    [
      'by a tag that others have, too',
      inventory({
        ...given,
        accountAuthorization: [
          tagged('ann', { team: 'x' }, allow(mint, '*', owner('${aws:PrincipalTag/team}'))),
          tagged('bob', { team: 'x' }),
        ],
      }),
      'ann',
      { says: 'the tags of user profiles were not read' },
    ],
    ['by a tag that a policy writes out', withAnn(given, allow(mint, '*', owner('ann'))), 'ann', { says: 'were not read' }],
    [
      'by name, or by what the policy writes out as well',
      withAnn(given, allow(mint, '*', { StringEquals: { 'sagemaker:ResourceTag/owner': ['ann', '${aws:username}'] } })),
      'ann',
    ],
    [
      'how users sign in could not be read',
      inventory({
        ...given,
        domains: [domain('d-1', refused('sagemaker:DescribeDomain'))],
        accountAuthorization: [user('ann', [allow(mint)])],
      }),
      'ann',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'profiles could not be listed',
      withAnn({ domains: [domain()], userProfiles: refused('sagemaker:ListUserProfiles') }, allow(mint)),
      'ann',
      { missing: ['sagemaker:ListUserProfiles'] },
    ],
    [
      'sessions bring tags as they like',
      inventory({
        ...given,
        accountAuthorization: [
          actingRole('ann', [allow(mint, profile('*/${aws:PrincipalTag/owner}'))], {
            AssumeRolePolicyDocument: JSON.stringify({
              Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: ['sts:AssumeRole', 'sts:TagSession'] }],
            }),
          }),
        ],
      }),
      'ann',
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [
    ['one person alone', withAnn({ domains: [domain()], userProfiles: [userProfile()] }, allow(mint))],
    ['no domain', withAnn({}, allow(mint))],
  ],
});
