import check from '../../../src/checks/tenancy/user-profile-shared-posix-user.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const as = (name: string, Uid: number | undefined, domainId = 'd-1') =>
  userProfile(name, { UserSettings: Uid === undefined ? {} : { CustomPosixUserConfig: { Uid, Gid: 1_001 } } }, domainId);
const withDefault = domain('d-1', { DefaultUserSettings: { CustomPosixUserConfig: { Uid: 10_000, Gid: 1_001 } } });
const source = 'sagemaker:DescribeUserProfile';

testCheck(check, {
  fail: [
    [
      'two with one id',
      inventory({ domains: [domain()], userProfiles: [as('alice', 10_001), as('bob', 10_001)] }),
      'd-1/alice',
      {
        says: 'user 10001 to its file systems, as d-1/bob is',
        requirements: ['TEN-9'],
        evidence: [`${source} d-1/bob: UserSettings.CustomPosixUserConfig.Uid=10001`],
      },
    ],
    [
      'both have the default of the domain',
      inventory({ domains: [withDefault], userProfiles: [as('alice', undefined), as('bob', undefined)] }),
      'd-1/bob',
      { evidence: ['sagemaker:DescribeDomain DefaultUserSettings.CustomPosixUserConfig.Uid=10000'] },
    ],
    [
      'found although a third could not be read',
      inventory({ domains: [domain()], userProfiles: [as('alice', 10_001), userProfile('carol', refused(source)), as('bob', 10_001)] }),
      'd-1/alice',
    ],
  ],
  pass: [
    [
      'an id each',
      inventory({ domains: [domain()], userProfiles: [as('alice', 10_001), as('bob', 10_002)] }),
      'd-1/alice',
      { requirements: ['TEN-9'] },
    ],
    [
      'the same id in another domain',
      inventory({ domains: [domain('d-1'), domain('d-2')], userProfiles: [as('alice', 10_001), as('bob', 10_001, 'd-2')] }),
      'd-1/alice',
    ],
  ],
  unknown: [
    [
      'another could not be read',
      inventory({ domains: [domain()], userProfiles: [as('alice', 10_001), userProfile('bob', refused(source))] }),
      'd-1/alice',
      { missing: [source] },
    ],
    [
      'the default could not be read',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))], userProfiles: [as('alice', undefined)] }),
      'd-1/alice',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
  ],
  'not-applicable': [['nobody chose an id', inventory({ domains: [domain()], userProfiles: [as('alice', undefined)] }), 'd-1/alice']],
});
