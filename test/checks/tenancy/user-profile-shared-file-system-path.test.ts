import check from '../../../src/checks/tenancy/user-profile-shared-file-system-path.ts';
import { inventory } from '../../support/inventory.ts';
import { domain, refused, userProfile } from '../../support/rows.ts';
import { testCheck } from '../../support/test-check.ts';

const efs = (FileSystemId: string, FileSystemPath?: string) => ({ EFSFileSystemConfig: { FileSystemId, FileSystemPath } });
type Config = ReturnType<typeof efs>;
const given = (name: string, ...configs: readonly Config[]) => userProfile(name, { UserSettings: { CustomFileSystemConfigs: configs } });
const two = (alice: readonly Config[], bob: readonly Config[], defaults: readonly Config[] = []) =>
  inventory({
    domains: [domain('d-1', { DefaultUserSettings: { CustomFileSystemConfigs: defaults } })],
    userProfiles: [given('alice', ...alice), given('bob', ...bob)],
  });
const source = 'sagemaker:DescribeUserProfile';

testCheck(check, {
  fail: [
    [
      'one directory',
      two([efs('fs-1', '/team')], [efs('fs-1', '/team/')]),
      'd-1/alice',
      {
        says: 'given fs-1/team/, and d-1/bob the same',
        requirements: ['TEN-9'],
        evidence: [`${source} d-1/bob: UserSettings.CustomFileSystemConfigs="fs-1/team/"`],
      },
    ],
    ['a directory above the other’s', two([efs('fs-1', '/users/alice')], [efs('fs-1', '/users')]), 'd-1/alice'],
    ['the root, where no path is given', two([efs('fs-1', '/users/alice')], [efs('fs-1')]), 'd-1/bob'],
    [
      'what the domain gives to all',
      two([], [], [efs('fs-1', '/shared')]),
      'd-1/alice',
      { evidence: ['sagemaker:DescribeDomain DefaultUserSettings.CustomFileSystemConfigs="fs-1/shared/"'] },
    ],
  ],
  pass: [
    ['a directory each', two([efs('fs-1', '/alice')], [efs('fs-1', '/alice-two')]), 'd-1/alice', { requirements: ['TEN-9'] }],
    ['one path on two file systems', two([efs('fs-1', '/home')], [efs('fs-2', '/home')]), 'd-1/alice'],
  ],
  unknown: [
    [
      'another could not be read',
      inventory({ domains: [domain()], userProfiles: [given('alice', efs('fs-1', '/alice')), userProfile('bob', refused(source))] }),
      'd-1/alice',
      { missing: [source] },
    ],
  ],
  'not-applicable': [['no file system beside the home', two([], []), 'd-1/alice']],
});
