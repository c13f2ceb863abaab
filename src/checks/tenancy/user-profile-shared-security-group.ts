import { known, MissingFact, need } from '../../inventory/fact.ts';
import type { Gap } from '../../core/gap.ts';
import { indexBy } from '../../inventory/index-by.ts';
import type { SecurityGroup } from '../../inventory/sections/security-groups.ts';
import { rowsToName } from '../../inventory/rows.ts';
import { userProfileWorkload } from '../../workloads/user-profile-workload.ts';
import type { Workload } from '../../workloads/workload.ts';
import { defineCheck } from '../check.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeSecurityGroups';

export default defineCheck({
  id: 'user-profile-shared-security-group',
  title: 'Studio users reach each other through a shared security group',
  severity: 'medium',
  family: 'tenancy',
  requirements: ['TEN-3'],
  controls: [],
  description:
    'Studio apps need a security group that admits itself, for the apps of one user talk to each other. Where the apps of several users carry ' +
    'that group, each user reaches the Jupyter servers of the others, which ask for no password. Groups of the domain count for every profile: ' +
    'a profile adds to them and does not replace them. Looked at: domains in the mode VpcOnly; in the other mode groups do not apply to apps.',
  remediation:
    'Create a security group for each profile that admits itself on TCP 8192-65535, and take the rule that admits itself out of the group of the ' +
    'domain. Delete the apps of the profile, then call `aws sagemaker update-user-profile --user-settings SecurityGroups=…`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html',
  ],
  needs: ['userProfiles'],
  consults: ['userProfiles', 'domains', 'securityGroups'],
  *resources({ userProfiles, domains, scope }) {
    const profiles = [...rowsToName(userProfiles)].map((profile) => userProfileWorkload(profile, domains, scope));
    const carriers = carriersOf(profiles, userProfiles.known ? undefined : userProfiles.gap);
    for (const profile of profiles) yield known({ resource: profile.resource, about: { profile, carriers } });
  },
  evaluate({ profile, carriers }, { securityGroups }) {
    const [placement] = profile.placements;
    if (placement === undefined) {
      const [reason] = profile.unresolved;
      if (reason !== undefined) return unknown(`cannot tell which groups the profile has: ${reason}`);
      return notApplicable('the domain is not VpcOnly: its security groups do not apply to apps');
    }
    const { securityGroupIds, groupsFrom } = need(placement);
    if (securityGroupIds.length === 0) return unknown('neither the profile nor its domain names a security group');
    const evidence = [{ source: 'sagemaker:DescribeUserProfile', path: 'security groups', value: securityGroupIds }];
    const alone = carriers.names.every((name) => name === profile.resource.name);
    // Nobody else is there: whatever the groups admit, nobody comes from them.
    if (alone && carriers.hidden === undefined && carriers.unresolved.length === 0)
      return pass('no other profile carries a security group', evidence);
    const othersWith = (groupId: string): readonly string[] =>
      (carriers.byGroup.get(groupId) ?? []).filter((name) => name !== profile.resource.name);
    const quiet: string[] = [];
    const invisible: string[] = [];
    for (const groupId of securityGroupIds) {
      const group = indexBy(need(securityGroups), groupIdOf).get(groupId);
      if (group?.IpPermissions === undefined) {
        invisible.push(groupId);
        continue;
      }
      const admitted = admittedGroups(group).find(({ id }) => othersWith(id).length > 0);
      if (admitted !== undefined) {
        const from = groupsFrom.find(({ ids }) => ids.includes(groupId));
        const what = admitted.id === groupId ? 'itself' : admitted.id;
        const who = say(othersWith(admitted.id));
        return fail(`${groupId} of the profile admits traffic from ${what}, and so from ${who}`, [
          { source, path: `${groupId}: ${admitted.path}`, value: admitted.id },
          { source: from?.source ?? '', path: `${from?.of ?? ''}: ${from?.path ?? ''}`, value: groupId },
        ]);
      }
      if (othersWith(groupId).length > 0) quiet.push(groupId);
    }
    if (invisible.length > 0) {
      return unknown(`${invisible.join(', ')} of the profile is not visible here: deleted, or another account's`);
    }
    // A profile that could not be read might carry one of the groups.
    if (carriers.hidden !== undefined) throw new MissingFact(carriers.hidden);
    if (carriers.unresolved.length > 0) {
      return unknown(`cannot tell which security groups ${say(carriers.unresolved)} carries`, evidence);
    }
    if (quiet.length > 0) return pass(`others carry ${quiet.join(', ')} too, but no rule admits traffic from them`, evidence);
    return pass('no security group of the profile admits traffic from another user', evidence);
  },
});

/** Which profiles carry which group, and the first gap behind which there may be more. */
interface Carriers {
  readonly names: readonly string[];
  readonly byGroup: ReadonlyMap<string, readonly string[]>;
  /** Profiles of which nobody can tell whether they carry groups at all. */
  readonly unresolved: readonly string[];
  readonly hidden: Gap | undefined;
}

function carriersOf(profiles: readonly Workload[], unread: Gap | undefined): Carriers {
  const byGroup = new Map<string, string[]>();
  let hidden = unread;
  for (const { resource, placements } of profiles) {
    for (const placement of placements) {
      if (!placement.known) hidden ??= placement.gap;
      else for (const id of placement.value.securityGroupIds) byGroup.set(id, [...(byGroup.get(id) ?? []), resource.name]);
    }
  }
  const unresolved = profiles.flatMap(({ resource, unresolved: reasons }) => (reasons.length > 0 ? [resource.name] : []));
  return { names: [...new Set([...byGroup.values()].flat())], byGroup, unresolved, hidden };
}

/** The groups from whose carriers a group admits traffic, and where its rules say so. */
function admittedGroups({ IpPermissions = [] }: SecurityGroup): readonly { readonly id: string; readonly path: string }[] {
  return IpPermissions.flatMap(({ UserIdGroupPairs = [] }, rule) =>
    UserIdGroupPairs.map(({ GroupId = '' }, pair) => ({ id: GroupId, path: `IpPermissions[${rule}].UserIdGroupPairs[${pair}].GroupId` })),
  );
}

function say(others: readonly string[]): string {
  return others.length === 1 ? (others[0] ?? '') : `${others.length} other profiles`;
}

const groupIdOf = (group: SecurityGroup): string | undefined => group.GroupId;
