import check from '../../../src/checks/tenancy/user-profile-shared-execution-role.ts';
import { inventory, inventoryOf } from '../../support/inventory.ts';
import { account, domain, refused, role, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const withRole = (name: string, of = name, domainId = 'd-1') =>
  userProfile(name, { DomainId: domainId, UserSettings: { ExecutionRole: roleArn(of) } }, domainId);
const studio = (...userProfiles: ReturnType<typeof userProfile>[]) => inventory({ domains: [domain()], userProfiles });

testCheck(check, {
  fail: [
    [
      'two profiles with one role',
      studio(withRole('alice', 'team'), withRole('bob', 'team')),
      'd-1/alice',
      {
        says: 'profile shares team with d-1/bob',
        requirements: ['TEN-2'],
        evidence: [
          `sagemaker:DescribeUserProfile UserSettings.ExecutionRole="${roleArn('team')}"`,
          `sagemaker:DescribeUserProfile d-1/bob: UserSettings.ExecutionRole="${roleArn('team')}"`,
        ],
      },
    ],
    ['… and the other one', studio(withRole('alice', 'team'), withRole('bob', 'team')), 'd-1/bob'],
    [
      'profiles of the same name in two domains',
      inventory({ domains: [domain(), domain('d-2')], userProfiles: [withRole('alice', 'team'), withRole('alice', 'team', 'd-2')] }),
      'd-1/alice',
      { says: 'd-2/alice' },
    ],
    [
      'in another Region',
      inventoryOf({
        'eu-west-1': { domains: [domain()], userProfiles: [withRole('alice', 'team')] },
        'us-east-1': { domains: [domain('d-2')], userProfiles: [withRole('bob', 'team', 'd-2')] },
      }),
      'd-1/alice',
      { says: 'd-2/bob' },
    ],
    [
      'no role of its own: that of the domain, as all such profiles',
      studio(userProfile('alice', { UserSettings: {} })),
      'd-1/alice',
      { says: 'no role of its own', evidence: [`sagemaker:DescribeDomain DefaultUserSettings.ExecutionRole="${roleArn('d-1-default')}"`] },
    ],
    ['no settings at all', studio(userProfile('alice', { UserSettings: undefined })), 'd-1/alice'],
    ['the role of the domain, named again', studio(withRole('alice', 'd-1-default')), 'd-1/alice', { says: 'the default of d-1' }],
    [
      'shared with one, while another could not be read',
      studio(withRole('alice', 'team'), withRole('bob', 'team'), userProfile('carol', refused('sagemaker:DescribeUserProfile'))),
      'd-1/alice',
    ],
  ],
  pass: [
    ['a role of its own', studio(withRole('alice'), withRole('bob')), 'd-1/alice'],
    [
      'a role of its own that IAM does not have any more',
      inventory({ domains: [domain()], userProfiles: [withRole('alice')], accountAuthorization: [role('bob')] }),
      'd-1/alice',
      { says: 'a role that does not exist any more' },
    ],
    [
      'IAM refused: whether the role exists is another question',
      inventory({
        domains: [domain()],
        userProfiles: [withRole('alice')],
        accountAuthorization: refused('iam:GetAccountAuthorizationDetails'),
      }),
      'd-1/alice',
    ],
  ],
  unknown: [
    [
      'another profile could not be read',
      studio(withRole('alice'), userProfile('bob', refused('sagemaker:DescribeUserProfile'))),
      'd-1/alice',
      { missing: ['sagemaker:DescribeUserProfile'] },
    ],
    ['itself refused', studio(userProfile('alice', refused('sagemaker:DescribeUserProfile'))), 'd-1/alice'],
    [
      'no role of its own, and its domain is gone',
      inventory({ userProfiles: [userProfile('alice', { UserSettings: {} })] }),
      'd-1/alice',
      { says: 'does not exist any more', missing: [] },
    ],
    [
      'no role of its own, and its domain refused',
      inventory({
        domains: [domain('d-1', refused('sagemaker:DescribeDomain'))],
        userProfiles: [userProfile('alice', { UserSettings: {} })],
      }),
      'd-1/alice',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'no role anywhere',
      inventory({ domains: [domain('d-1', { DefaultUserSettings: {} })], userProfiles: [userProfile('alice', { UserSettings: {} })] }),
      'd-1/alice',
      { missing: [] },
    ],
    [
      'profiles of another Region refused',
      inventoryOf({
        'eu-west-1': { domains: [domain()], userProfiles: [withRole('alice')] },
        'us-east-1': { userProfiles: refused('sagemaker:ListUserProfiles', null, 'us-east-1') },
      }),
      'd-1/alice',
      { missing: ['sagemaker:ListUserProfiles'] },
    ],
  ],
  silent: [['a domain without profiles', inventory({ domains: [domain()] })]],
});
