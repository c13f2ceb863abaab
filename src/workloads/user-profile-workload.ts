import { known, type Fact } from '../inventory/fact.ts';
import { indexBy } from '../inventory/index-by.ts';
import type { Domain } from '../inventory/sections/domains.ts';
import type { UserProfile, UserProfileDetail } from '../inventory/sections/user-profiles.ts';
import { studioArn } from '../inventory/studio-arn.ts';
import { studioGroups } from './studio-groups.ts';
import { unread, type Placed } from './placed.ts';
import { appConnections, outsideSubnets } from './studio-mode.ts';
import type { Where } from './where.ts';
import type { Workload, WorkloadPlacement } from './workload.ts';

/** The apps of one user of a Studio domain: in the domain's subnets, with the domain's security groups and the profile's own. */
export function userProfileWorkload(profile: UserProfile, domains: Fact<readonly Domain[]>, where: Where): Workload {
  return {
    kind: 'user-profile',
    resource: userProfileResource(profile, where),
    isolation: [],
    lifecycle: 'configured',
    ...profilePlaced(profile, domains),
  };
}

/** The user profile as the resource of a finding; named by domain and profile, since the profile's name alone is not unique. */
export function userProfileResource({ summary, detail }: UserProfile, where: Where) {
  const { DomainId, UserProfileName } = summary;
  const arn = (detail.known ? detail.value.UserProfileArn : undefined) ?? studioArn('user-profile', DomainId, UserProfileName, where);
  return {
    type: 'AWS::SageMaker::UserProfile',
    name: `${DomainId ?? ''}/${UserProfileName ?? ''}`,
    arn,
    account: where.account,
    region: where.region,
  };
}

/** Where the apps of a user profile run. */
export function profilePlaced({ summary, detail }: UserProfile, domains: Fact<readonly Domain[]>): Placed {
  if (!detail.known) return unread(detail.gap);
  if (!domains.known) return unread(domains.gap);
  const domain = indexBy(domains.value, domainIdOf).get(summary.DomainId ?? '');
  if (domain === undefined) {
    const reason = `its domain ${summary.DomainId ?? ''} does not exist any more`;
    const ground = { source: 'sagemaker:ListDomains', path: 'Domains[].DomainId', value: null, of: summary.DomainId ?? '' };
    return { placements: [], connections: [known({ kind: 'unknown', ground, reason })], unresolved: [reason] };
  }
  if (!domain.detail.known) return unread(domain.detail.gap);
  const outside = outsideSubnets(domain.detail.value);
  if (outside !== undefined) return outside;
  const placement: WorkloadPlacement = {
    subnetIds: domain.detail.value.SubnetIds ?? [],
    source: 'sagemaker:DescribeDomain',
    subnetsPath: 'SubnetIds',
    of: summary.DomainId ?? '',
    ...studioGroups(domain.detail.value, 'DefaultUserSettings', ownGroups(detail.value)),
  };
  const placements = [known(placement)];
  return { placements, connections: appConnections(domain.detail.value, placements), unresolved: [] };
}

function ownGroups({ DomainId, UserProfileName, UserSettings }: UserProfileDetail) {
  return {
    ids: UserSettings?.SecurityGroups ?? [],
    source: 'sagemaker:DescribeUserProfile',
    path: 'UserSettings.SecurityGroups',
    of: `${DomainId ?? ''}/${UserProfileName ?? ''}`,
  };
}

const domainIdOf = (domain: Domain): string | undefined => domain.summary.DomainId;
