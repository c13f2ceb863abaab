import { known, MissingFact, need } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { Domain } from '../../inventory/sections/domains.ts';
import { spaceResource } from '../../workloads/space-resource.ts';
import { studioRoles } from '../../workloads/studio-roles.ts';
import { defineCheck } from '../check.ts';
import { studiosOf } from '../subjects/studios-of.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

export default defineCheck({
  id: 'shared-space-with-user-role',
  title: 'Shared Studio space runs with the role of a user',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-7'],
  controls: [],
  description:
    'Everybody who works in a shared space works with one role, that of the default space settings of the domain. Where a user profile or the ' +
    'default user settings have the same role, all of them act as that user: they read what the user alone should read, and logs say it was the ' +
    'user. Settings of a profile do not apply in a shared space.',
  remediation:
    'Give shared spaces a role of their own, with what they share and nothing else. It can be changed in place once no app of a shared space is ' +
    'running: `aws sagemaker update-domain --default-space-settings ExecutionRole=…`. Whether a space is shared is fixed when it is made.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/domain-space.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DefaultSpaceSettings.html',
  ],
  needs: ['spaces'],
  consults: ['domains'],
  across: ['userProfiles', 'domains'],
  *resources({ spaces, across, scope }) {
    const roles = studioRoles(studiosOf(across));
    for (const space of spaces) yield known({ resource: spaceResource(space, scope), about: { space, roles } });
  },
  evaluate({ space, roles }, { domains }) {
    const sharing = space.summary.SpaceSharingSettingsSummary?.SharingType;
    const shared = { source: 'sagemaker:ListSpaces', path: 'SpaceSharingSettingsSummary.SharingType', value: sharing ?? null };
    if (sharing === 'Private') return notApplicable('the space belongs to one user', [shared]);
    if (sharing === undefined) return unknown('AWS did not say whether the space is shared', [shared]);
    if (sharing !== 'Shared') return unknown(`this version does not know SharingType=${String(sharing)}`, [shared]);
    const domain = indexBy(need(domains), domainIdOf).get(space.summary.DomainId ?? '');
    if (domain === undefined) return unknown(`its domain ${space.summary.DomainId ?? ''} does not exist any more`, [shared]);
    const role = need(domain.detail).DefaultSpaceSettings?.ExecutionRole;
    const evidence = { source: 'sagemaker:DescribeDomain', path: 'DefaultSpaceSettings.ExecutionRole', value: role ?? null };
    if (role === undefined) return unknown('AWS named no role for the shared spaces of the domain', [shared, evidence]);
    const users = roles.users.get(role) ?? [];
    const [first] = users;
    if (first !== undefined) {
      const who =
        users.length > 1
          ? `${users.length} users or domains`
          : first.kind === 'profile'
            ? `user ${first.name}`
            : `the users of ${first.name}`;
      return fail(`everybody in the space acts with ${role.split('/').at(-1)}, the role of ${who}`, [
        shared,
        evidence,
        ...users.slice(0, shown).map((user) => ({ source: user.source, path: `${user.name}: ${user.path}`, value: role })),
      ]);
    }
    // A profile that could not be read might have the same role.
    if (roles.hidden !== undefined) throw MissingFact.of(roles.hidden);
    return pass(`no user acts with ${role.split('/').at(-1)}, the role of the space`, [shared, evidence]);
  },
});

const domainIdOf = (domain: Domain): string | undefined => domain.summary.DomainId;
