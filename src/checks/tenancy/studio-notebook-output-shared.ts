import type { Evidence } from '../../core/evidence.ts';
import type { Resource } from '../../core/resource.ts';
import { known, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { Domain, DomainDetail } from '../../inventory/sections/domains.ts';
import type { UserProfile } from '../../inventory/sections/user-profiles.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { domainResource } from '../../workloads/domain-workload.ts';
import { userProfileResource } from '../../workloads/user-profile-workload.ts';
import { defineCheck, type Subject } from '../check.ts';
import { fail, pass, unknown } from '../verdict.ts';

type Sharing = NonNullable<DomainDetail['DefaultUserSettings']>['SharingSettings'];
type Sharer = { readonly domain: Fact<Domain | undefined>; readonly profile?: UserProfile };

export default defineCheck({
  id: 'studio-notebook-output-shared',
  title: 'Shared Studio notebooks carry the output of their cells',
  severity: 'low',
  family: 'tenancy',
  requirements: ['TEN-8'],
  controls: [],
  description:
    'When a user of Studio Classic shares a notebook, a copy goes to an S3 folder that all users of the domain read. With NotebookOutputOption=Allowed ' +
    'the output of the cells goes with it: rows of data, keys that were printed, pictures. Looked at: the default of each domain, and each user ' +
    'profile, whose own setting replaces the default.',
  remediation:
    'Can be changed in place, once no app is running: `aws sagemaker update-domain --domain-id … --default-user-settings ' +
    'SharingSettings={NotebookOutputOption=Disabled}`, and the same with `update-user-profile --user-settings` for profiles that say otherwise. Copies ' +
    'that were shared before stay in the folder: delete them there.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SharingSettings.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html',
  ],
  needs: ['domains', 'userProfiles'],
  consults: ['domains', 'userProfiles'],
  *resources({ domains, userProfiles, scope }) {
    for (const domain of rowsToName(domains)) yield subject(domainResource(domain, scope), { domain: known(domain) });
    for (const profile of rowsToName(userProfiles)) {
      const byId = domains.known ? known(indexBy(domains.value, domainIdOf).get(profile.summary.DomainId ?? '')) : domains;
      yield subject(userProfileResource(profile, scope), { domain: byId as Fact<Domain | undefined>, profile });
    }
  },
  evaluate({ domain, profile }) {
    const own = profile === undefined ? undefined : need(profile.detail).UserSettings?.SharingSettings;
    if (own !== undefined) return verdict(own, 'sagemaker:DescribeUserProfile', 'UserSettings.SharingSettings');
    const of = need(domain);
    if (of === undefined) return unknown(`its domain ${profile?.summary.DomainId ?? ''} does not exist any more`);
    return verdict(need(of.detail).DefaultUserSettings?.SharingSettings, 'sagemaker:DescribeDomain', 'DefaultUserSettings.SharingSettings');
  },
});

/** Without the settings nothing can be shared, and outputs are left out unless they are allowed: API_SharingSettings.html */
function verdict(sharing: Sharing, source: string, path: string) {
  const option = sharing?.NotebookOutputOption;
  const evidence: Evidence =
    sharing === undefined ? { source, path, value: null } : { source, path: `${path}.NotebookOutputOption`, value: option ?? null };
  if (sharing === undefined) return pass('notebooks cannot be shared', [evidence]);
  if (option === undefined || option === 'Disabled') return pass('shared notebooks leave out the output of their cells', [evidence]);
  if (option !== 'Allowed') return unknown(`this version does not know NotebookOutputOption=${String(option)}`, [evidence]);
  const folder: Evidence = { source, path: `${path}.S3OutputPath`, value: sharing.S3OutputPath ?? null };
  return fail('shared notebooks carry the output of their cells', [evidence, folder]);
}

function subject(resource: Resource, about: Sharer): Fact<Subject<Sharer>> {
  return known({ resource, about });
}

const domainIdOf = (domain: Domain): string | undefined => domain.summary.DomainId;
