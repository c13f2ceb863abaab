import type { DomainDetail } from '../inventory/sections/domains.ts';
import type { GroupsFrom, WorkloadPlacement } from './workload.ts';

/**
 * The security groups of apps that take them from the domain, and those that a user profile adds: they add up, while every other setting of
 * a profile replaces the domain's.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html
 *
 * @param own the groups of the profile itself, if it is one
 */
export function studioGroups(
  domain: DomainDetail,
  settings: 'DefaultUserSettings' | 'DefaultSpaceSettings',
  own?: GroupsFrom,
): Pick<WorkloadPlacement, 'securityGroupIds' | 'groupsFrom'> {
  const inherited: GroupsFrom = {
    ids: domain[settings]?.SecurityGroups ?? [],
    source: 'sagemaker:DescribeDomain',
    path: `${settings}.SecurityGroups`,
    of: domain.DomainId ?? '',
  };
  const groupsFrom = [inherited, ...(own === undefined ? [] : [own])].filter(({ ids }) => ids.length > 0);
  return { securityGroupIds: [...new Set(groupsFrom.flatMap(({ ids }) => ids))], groupsFrom };
}
