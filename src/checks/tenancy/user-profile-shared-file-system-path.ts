import { eachKnown, known } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { DomainDetail } from '../../inventory/sections/domains.ts';
import { userProfileResource } from '../../workloads/user-profile-workload.ts';
import { defineCheck } from '../check.ts';
import { effectiveSetting, othersWith } from '../subjects/effective-file-systems.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export default defineCheck({
  id: 'user-profile-shared-file-system-path',
  title: 'Studio users are given one directory of a file system',
  severity: 'low',
  family: 'tenancy',
  requirements: ['TEN-9'],
  controls: [],
  description:
    'File systems beside the home (CustomFileSystemConfigs) can be given to a profile or to all of a domain. Where two profiles are given one ' +
    'directory, or one of them a directory above the other’s, only user ids and modes keep their files apart, and code that one leaves there is run by ' +
    'the other. A directory for a team may be meant so. Looked at: EFS, FSx for Lustre and S3, of all profiles of a domain, with what they inherit.',
  remediation:
    'Change the profiles in place, once their apps are deleted: `aws sagemaker update-user-profile --user-settings CustomFileSystemConfigs=…` with a ' +
    'FileSystemPath of its own for each.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CustomFileSystemConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/domain-custom-file-system.html',
  ],
  needs: ['userProfiles'],
  consults: ['userProfiles', 'domains'],
  *resources({ userProfiles, scope }) {
    for (const profile of rowsToName(userProfiles)) yield known({ resource: userProfileResource(profile, scope), about: profile });
  },
  evaluate(profile, { userProfiles, domains }) {
    const own = effectiveSetting(profile, domains, 'CustomFileSystemConfigs');
    const mine = own === undefined ? [] : directoriesOf(own.value);
    const [first] = mine;
    if (own === undefined || first === undefined) return notApplicable('no file system is given to it beside its home');
    for (const other of eachKnown(othersWith(profile, userProfiles, domains, 'CustomFileSystemConfigs'))) {
      const others = directoriesOf(other.value);
      for (const directory of mine) {
        const theirs = others.find((each) => overlap(directory, each));
        if (theirs === undefined) continue;
        return fail(`profile is given ${directory}, and ${other.profile} ${theirs === directory ? 'the same' : theirs}`, [
          { source: own.source, path: own.path, value: directory },
          { source: other.source, path: `${other.profile}: ${other.path}`, value: theirs },
        ]);
      }
    }
    return pass('no other profile of the domain is given its directories', [{ source: own.source, path: own.path, value: [...mine] }]);
  },
});

/** Each as one text that ends in a slash: `fs-1/alice/`. A path that is left out is the root. */
function directoriesOf(
  configs: NonNullable<NonNullable<DomainDetail['DefaultUserSettings']>['CustomFileSystemConfigs']>,
): readonly string[] {
  return configs.flatMap(({ EFSFileSystemConfig, FSxLustreFileSystemConfig, S3FileSystemConfig }) => {
    const system = EFSFileSystemConfig ?? FSxLustreFileSystemConfig;
    if (system !== undefined) return [directory(`${system.FileSystemId ?? ''}/${(system.FileSystemPath ?? '').replace(/^\/+/, '')}`)];
    return S3FileSystemConfig?.S3Uri === undefined ? [] : [directory(S3FileSystemConfig.S3Uri)];
  });
}

function directory(text: string): string {
  return `${text.replace(/\/+$/, '')}/`;
}

function overlap(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
