import check from '../../../src/checks/tenancy/studio-notebook-output-shared.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

type Option = 'Allowed' | 'Disabled';
const share = (NotebookOutputOption?: Option) => ({ SharingSettings: { NotebookOutputOption, S3OutputPath: 's3://team/shared' } });
const domainWith = (settings: object) => domain('d-1', { DefaultUserSettings: settings });

testCheck(check, {
  fail: [
    [
      'the default of a domain',
      inventory({ domains: [domainWith(share('Allowed'))] }),
      'd-1',
      {
        requirements: ['TEN-8'],
        evidence: ['sagemaker:DescribeDomain DefaultUserSettings.SharingSettings.S3OutputPath="s3://team/shared"'],
      },
    ],
    [
      'a profile that says nothing follows its domain',
      inventory({ domains: [domainWith(share('Allowed'))], userProfiles: [userProfile('alice', { UserSettings: {} })] }),
      'd-1/alice',
      { evidence: ['sagemaker:DescribeDomain DefaultUserSettings.SharingSettings.NotebookOutputOption="Allowed"'] },
    ],
    [
      'a profile allows what its domain does not',
      inventory({ domains: [domain()], userProfiles: [userProfile('alice', { UserSettings: share('Allowed') })] }),
      'd-1/alice',
      { evidence: ['sagemaker:DescribeUserProfile UserSettings.SharingSettings.NotebookOutputOption="Allowed"'] },
    ],
    [
      'what the profile says itself decides, whatever became of the domain',
      inventory({
        domains: refused('sagemaker:ListDomains'),
        userProfiles: [userProfile('alice', { UserSettings: share('Allowed') })],
      }),
      'd-1/alice',
    ],
  ],
  pass: [
    ['no settings: nothing can be shared', inventory({ domains: [domain()] }), 'd-1', { says: 'cannot be shared' }],
    ['settings without the option: left out', inventory({ domains: [domainWith(share())] }), 'd-1', { says: 'leave out' }],
    ['left out', inventory({ domains: [domainWith(share('Disabled'))] }), 'd-1'],
    [
      'a profile forbids what its domain allows',
      inventory({
        domains: [domainWith(share('Allowed'))],
        userProfiles: [userProfile('alice', { UserSettings: share('Disabled') })],
      }),
      'd-1/alice',
    ],
  ],
  unknown: [
    ['an option of tomorrow', inventory({ domains: [domainWith(share('Redacted' as Option))] }), 'd-1', { says: 'Redacted' }],
    ['its domain is gone', inventory({ userProfiles: [userProfile('alice', { UserSettings: {} })] }), 'd-1/alice', { says: 'd-1' }],
    [
      'its domain could not be described',
      inventory({ domains: [domain('d-1', refused('sagemaker:DescribeDomain'))], userProfiles: [userProfile()] }),
      'd-1/alice',
      { missing: ['sagemaker:DescribeDomain'] },
    ],
    [
      'the profile could not be described',
      inventory({ domains: [domain()], userProfiles: [userProfile('alice', refused('sagemaker:DescribeUserProfile'))] }),
      'd-1/alice',
      { missing: ['sagemaker:DescribeUserProfile'] },
    ],
    [
      'no domain could be listed',
      inventory({ domains: refused('sagemaker:ListDomains'), userProfiles: [userProfile()] }),
      'd-1/alice',
      { missing: ['sagemaker:ListDomains'] },
    ],
  ],
  silent: [['no domain', inventory()]],
});
