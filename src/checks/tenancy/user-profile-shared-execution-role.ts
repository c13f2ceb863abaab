import { known, MissingFact, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { AuthorizationDetail } from '../../inventory/sections/account-authorization.ts';
import type { Domain } from '../../inventory/sections/domains.ts';
import { studioRoles } from '../../workloads/studio-roles.ts';
import { userProfileResource } from '../../workloads/user-profile-workload.ts';
import { defineCheck } from '../check.ts';
import { studiosOf } from '../subjects/studios-of.ts';
import { fail, pass, unknown } from '../verdict.ts';

const source = 'sagemaker:DescribeUserProfile';
const path = 'UserSettings.ExecutionRole';

/** Enough to find one of them and to see that there are more. */
const shown = 5;

export default defineCheck({
  id: 'user-profile-shared-execution-role',
  title: 'Studio users act with one execution role',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-2'],
  controls: [],
  description:
    'What a Studio user may do in AWS is what the execution role of the user profile may do. Two profiles with one role are one identity: each ' +
    'user reads what the other may read, and logs do not tell them apart. A profile without a role of its own acts with the default role of its ' +
    'domain, as does every other profile without one. Looked at: all user profiles and domains of the account, in every audited Region.',
  remediation:
    'Create a role for each user profile with only what its user needs. It can be changed in place once no app of the profile is running: delete ' +
    'the apps, then `aws sagemaker update-user-profile --user-settings ExecutionRole=…`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html',
  ],
  needs: ['userProfiles'],
  consults: ['domains', 'accountAuthorization'],
  across: ['userProfiles', 'domains'],
  *resources({ userProfiles, across, scope }) {
    const roles = studioRoles(studiosOf(across));
    for (const profile of userProfiles) {
      yield known({ resource: userProfileResource(profile, scope), about: { profile, roles } });
    }
  },
  evaluate({ profile, roles }, { domains, accountAuthorization, scope }) {
    const { UserSettings } = need(profile.detail);
    const own = UserSettings?.ExecutionRole;
    const name = `${profile.summary.DomainId ?? ''}/${profile.summary.UserProfileName ?? ''}`;
    if (own === undefined) {
      const domain = indexBy(need(domains), domainIdOf).get(profile.summary.DomainId ?? '');
      if (domain === undefined) return unknown(`its domain ${profile.summary.DomainId ?? ''} does not exist any more`);
      const inherited = need(domain.detail).DefaultUserSettings?.ExecutionRole;
      const absent = { source, path, value: null };
      if (inherited === undefined) return unknown('AWS named no execution role for this profile, nor for its domain', [absent]);
      return fail(`profile has no role of its own and acts with ${short(inherited)}, as every such profile of the domain`, [
        absent,
        { source: 'sagemaker:DescribeDomain', path: 'DefaultUserSettings.ExecutionRole', value: inherited },
      ]);
    }
    const others = (roles.users.get(own) ?? []).filter((user) => user.name !== name);
    const evidence = { source, path, value: own };
    if (others.length > 0) {
      const [first] = others;
      const who = others.length === 1 ? `${first?.kind === 'profile' ? '' : 'the default of '}${first?.name}` : `${others.length} others`;
      return fail(`profile shares ${short(own)} with ${who}`, [
        evidence,
        ...others.slice(0, shown).map((user) => ({ source: user.source, path: `${user.name}: ${user.path}`, value: own })),
      ]);
    }
    // One that could not be read might have the same role.
    if (roles.hidden !== undefined) throw MissingFact.of(roles.hidden);
    const gone = isGone(own, accountAuthorization, scope.account) ? ', a role that does not exist any more' : '';
    return pass(`no other profile acts with ${short(own)}${gone}`, [evidence]);
  },
});

/** Is it a role of this account that IAM does not have? Where IAM could not be read, nobody says so. */
function isGone(arn: string, authorization: Fact<readonly AuthorizationDetail[]>, account: string): boolean {
  return authorization.known && arn.split(':')[4] === account && !indexBy(authorization.value, roleArnOf).has(arn);
}

function short(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}

const domainIdOf = (domain: Domain): string | undefined => domain.summary.DomainId;
const roleArnOf = (row: AuthorizationDetail): string | undefined => row.Role?.Arn;
