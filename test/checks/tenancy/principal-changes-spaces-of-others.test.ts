import check from '../../../src/checks/tenancy/principal-changes-spaces-of-others.ts';
import { accessScenarios, withAnn } from '../../support/access-scenarios.ts';
import { inventory } from '../../support/inventory.ts';
import { actingRole, allow, deny, type Written } from '../../support/rows-iam.ts';
import { account, domain, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const given = { domains: [domain()], userProfiles: [userProfile('ann'), userProfile('bob')] };
const app = ['sagemaker:CreateApp', 'sagemaker:DeleteApp'];
const space = ['sagemaker:CreateSpace', 'sagemaker:UpdateSpace', 'sagemaker:DeleteSpace'];
const arn = (path: string): string => `arn:aws:sagemaker:*:*:${path}`;
const owner = (name: string) => ({ ArnLike: { 'sagemaker:OwnerUserProfileArn': arn(`user-profile/${name}`) } });
const self = '${sagemaker:DomainId}/${sagemaker:UserProfileName}';
const any = accessScenarios(given, allow(space), 'sagemaker:*');
const inStudio = (...statements: readonly Written[]) => inventory({ ...given, accountAuthorization: [actingRole('ann', statements)] });
const ownSpaces = allow(space, arn('space/${sagemaker:DomainId}/*'), {
  ...owner(self),
  StringEquals: { 'sagemaker:SpaceSharingType': ['Private', 'Shared'] },
});
const ownSpaceApps = allow(app, arn('app/${sagemaker:DomainId}/*/*/*'), {
  ...owner(self),
  StringEquals: { 'sagemaker:SpaceSharingType': ['Private'] },
});
const noOwner = { Null: { 'sagemaker:OwnerUserProfileArn': 'true' } };

testCheck(check, {
  fail: [
    [
      'spaces of whoever',
      withAnn(given, allow(space)),
      'ann',
      { says: 'may change spaces or apps of other Studio users', requirements: ['TEN-6'] },
    ],
    [
      'private spaces that are another’s by name',
      withAnn(given, allow(space, '*', owner('d-1/bob')), allow(space, '*', owner('d-1/ann'))),
      'ann',
    ],
    [
      'apps of every profile, as AmazonSageMakerFullAccess has it',
      inStudio(ownSpaces, ownSpaceApps, allow(app, arn('app/*/*/*/*'), noOwner)),
      'ann',
      {
        evidence: [
          `iam:GetAccountAuthorizationDetails statement 3 of policy ann/own="sagemaker:CreateApp on arn:aws:sagemaker:eu-west-1:${account}:app/d-1/ann/JupyterLab/default without sagemaker:OwnerUserProfileArn, sagemaker:SpaceSharingType"`,
        ],
      },
    ],
    ['the owner is not asked for when apps are deleted', inStudio(allow(app[0] ?? '', '*', owner(self)), allow(app[1] ?? '')), 'ann'],
    ['another profile of the same domain', inStudio(allow(space, '*', owner('${sagemaker:DomainId}/*'))), 'ann'],
    ['apps of another profile, by its name', withAnn(given, allow(app, arn('app/d-1/bob/*'))), 'ann'],
    ...any.fail,
  ],
  pass: [
    // Apps of a space are called after the space: that one of somebody else's is called as she is, nobody means.
    ['apps of her own profile, by her name', withAnn(given, allow(app, arn('app/d-1/ann/*'))), 'ann'],
    ['… by the variable', withAnn(given, allow(app, arn('app/*/${aws:username}/*/*'))), 'ann'],
    ['… by the variables of Studio', inStudio(allow(app, arn(`app/${self}/*/*`))), 'ann'],
    [
      'her own, by the variables of Studio',
      inStudio(ownSpaces, ownSpaceApps, allow(app, arn(`app/${self}/*/*`), noOwner)),
      'ann',
      { says: 'cannot change' },
    ],
    [
      'shared spaces without an owner',
      inStudio(allow(space, '*', noOwner), allow(app, '*', { StringEquals: { 'sagemaker:SpaceSharingType': 'Shared' } })),
      'ann',
    ],
    ['her own by name', withAnn(given, allow(space, '*', owner('d-1/ann')), allow(app, arn('app/d-1/ann/*/*'), noOwner)), 'ann'],
    [
      'a Deny of what is not hers',
      inStudio(
        allow('sagemaker:*'),
        deny([...app, ...space], '*', { ArnNotLike: { 'sagemaker:OwnerUserProfileArn': arn(`user-profile/${self}`) } }),
      ),
      'ann',
    ],
    ['the same variables, outside of Studio', withAnn(given, ownSpaces, ownSpaceApps), 'ann'],
    ...any.pass,
  ],
  unknown: [
    [
      'profiles could not be listed',
      withAnn({ domains: [domain()], userProfiles: refused('sagemaker:ListUserProfiles') }, allow(space)),
      'ann',
      { missing: ['sagemaker:ListUserProfiles'] },
    ],
    [
      'spaces by a tag',
      withAnn(given, allow('sagemaker:UpdateSpace', '*', { StringEquals: { 'aws:ResourceTag/team': 'a' } })),
      'ann',
      { says: 'tags' },
    ],
    ...any.unknown,
  ],
  'not-applicable': any['not-applicable'],
  silent: [['one user alone', withAnn({ domains: [domain()], userProfiles: [userProfile('ann')] }, allow(space))]],
});
