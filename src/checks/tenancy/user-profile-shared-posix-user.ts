import { eachKnown, known } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { userProfileResource } from '../../workloads/user-profile-workload.ts';
import { defineCheck } from '../check.ts';
import { effectiveSetting, othersWith } from '../subjects/effective-file-systems.ts';
import { fail, notApplicable, pass } from '../verdict.ts';

export default defineCheck({
  id: 'user-profile-shared-posix-user',
  title: 'Studio users are one user to their file system',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-9'],
  controls: [],
  description:
    'On file systems that are given to Studio users beside their homes, each acts with the user and group id of its profile ' +
    '(CustomPosixUserConfig), or with the default of its domain. Two profiles with one user id are one user there: each reads and changes what the other ' +
    'keeps. Looked at: all profiles of a domain, with what they inherit.',
  remediation:
    'Give each profile an id of its own in place: `aws sagemaker update-user-profile --user-settings CustomPosixUserConfig={Uid=…,Gid=…}`, once ' +
    'its apps are deleted; then change the owner of its files.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CustomPosixUserConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/domain-custom-file-system.html',
  ],
  needs: ['userProfiles'],
  consults: ['userProfiles', 'domains'],
  *resources({ userProfiles, scope }) {
    for (const profile of rowsToName(userProfiles)) yield known({ resource: userProfileResource(profile, scope), about: profile });
  },
  evaluate(profile, { userProfiles, domains }) {
    const own = effectiveSetting(profile, domains, 'CustomPosixUserConfig');
    if (own === undefined) return notApplicable('it has no user id that anybody chose: SageMaker gives each profile one of its own');
    const { Uid, Gid } = own.value;
    const evidence = { source: own.source, path: `${own.path}.Uid`, value: Uid ?? null };
    for (const other of eachKnown(othersWith(profile, userProfiles, domains, 'CustomPosixUserConfig'))) {
      if (other.value.Uid !== Uid) continue;
      return fail(`profile is user ${Uid} to its file systems, as ${other.profile} is`, [
        evidence,
        { source: other.source, path: `${other.profile}: ${other.path}.Uid`, value: other.value.Uid ?? null },
      ]);
    }
    return pass(`no other profile of the domain is user ${Uid}`, [
      evidence,
      { source: own.source, path: `${own.path}.Gid`, value: Gid ?? null },
    ]);
  },
});
