import check from '../../../src/checks/tenancy/shared-space-with-user-role.ts';
import { inventory } from '../../support/inventory.ts';
import { account, domain, refused, space, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const shared = space('space-1', { SpaceSharingSettingsSummary: { SharingType: 'Shared' } });
const spacesAct = (name: string | undefined) =>
  domain('d-1', { DefaultSpaceSettings: name === undefined ? {} : { ExecutionRole: roleArn(name) } });

testCheck(check, {
  fail: [
    [
      'the role of a user profile',
      inventory({ domains: [spacesAct('alice')], spaces: [shared], userProfiles: [userProfile('alice')] }),
      'd-1/space-1',
      {
        says: 'the role of user d-1/alice',
        requirements: ['TEN-7'],
        evidence: [
          `sagemaker:DescribeDomain DefaultSpaceSettings.ExecutionRole="${roleArn('alice')}"`,
          `sagemaker:DescribeUserProfile d-1/alice: UserSettings.ExecutionRole="${roleArn('alice')}"`,
        ],
      },
    ],
    [
      'the role of all users without their own',
      inventory({ domains: [spacesAct('d-1-default')], spaces: [shared] }),
      'd-1/space-1',
      { says: 'the users of d-1' },
    ],
    [
      'the role of a user of another domain',
      inventory({
        domains: [spacesAct('bob'), domain('d-2')],
        spaces: [shared],
        userProfiles: [userProfile('bob', { DomainId: 'd-2', UserSettings: { ExecutionRole: roleArn('bob') } }, 'd-2')],
      }),
      'd-1/space-1',
    ],
  ],
  pass: [['a role of its own', inventory({ domains: [domain()], spaces: [shared], userProfiles: [userProfile('alice')] }), 'd-1/space-1']],
  unknown: [
    ['no role named', inventory({ domains: [spacesAct(undefined)], spaces: [shared] }), 'd-1/space-1', { missing: [] }],
    [
      'whether it is shared was not said',
      inventory({ domains: [domain()], spaces: [space('space-1', { SpaceSharingSettingsSummary: undefined })] }),
      'd-1/space-1',
    ],
    [
      'a kind of sharing nobody has heard of',
      inventory({
        domains: [domain()],
        spaces: [space('space-1', { SpaceSharingSettingsSummary: { SharingType: 'Public' as 'Shared' } })],
      }),
      'd-1/space-1',
      { says: 'Public' },
    ],
    [
      'domain refused',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))], spaces: [shared] }),
      'd-1/space-1',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'a profile that could not be read',
      inventory({ domains: [domain()], spaces: [shared], userProfiles: [userProfile('alice', refused('sagemaker:DescribeUserProfile'))] }),
      'd-1/space-1',
      { missing: ['sagemaker:DescribeUserProfile'] },
    ],
    ['its domain is gone', inventory({ spaces: [shared] }), 'd-1/space-1', { missing: [] }],
    ['spaces refused', inventory({ spaces: refused('sagemaker:ListSpaces') }), '111122223333', { missing: ['sagemaker:ListSpaces'] }],
  ],
  'not-applicable': [['a private space', inventory({ domains: [domain()], spaces: [space()] }), 'd-1/space-1']],
  silent: [['no spaces', inventory({ domains: [domain()] })]],
});
