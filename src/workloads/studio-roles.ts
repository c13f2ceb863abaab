import type { Gap } from '../core/gap.ts';
import type { Fact } from '../inventory/fact.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { Domain } from '../inventory/sections/domains.ts';
import type { UserProfile } from '../inventory/sections/user-profiles.ts';

/** The domains and user profiles of one Region. */
export interface Studio {
  readonly domains: Fact<readonly Domain[]>;
  readonly userProfiles: Fact<readonly UserProfile[]>;
}

/** Somebody who acts with a role: a user profile, or a domain that gives the role to profiles without their own. */
export interface RoleUser {
  /** `d-1/alice`, or `d-1` for the default of a domain. */
  readonly name: string;
  readonly kind: 'profile' | 'domain default';
  readonly source: string;
  readonly path: string;
}

/** Which execution roles the users of Studio act with, and the first gap behind which there may be more. */
export interface StudioRoles {
  readonly users: ReadonlyMap<string, readonly RoleUser[]>;
  readonly hidden: Gap | undefined;
}

/**
 * The roles of all user profiles, and the default roles of their domains. A profile without a role of its own acts with its domain's.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html
 *
 * @param regions every Region looked at: a role is the same in all
 */
export function studioRoles(regions: readonly Studio[]): StudioRoles {
  const users = new Map<string, RoleUser[]>();
  let hidden: Gap | undefined;
  const add = (role: string | undefined, user: RoleUser): void => {
    if (role !== undefined) users.set(role, [...(users.get(role) ?? []), user]);
  };
  for (const { domains, userProfiles } of regions) {
    for (const section of [domains, userProfiles]) if (!section.known) hidden ??= section.gap;
    for (const { summary, detail } of rowsToName(domains)) {
      if (!detail.known) hidden ??= detail.gap;
      else {
        const [source, path] = ['sagemaker:DescribeDomain', 'DefaultUserSettings.ExecutionRole'];
        add(detail.value.DefaultUserSettings?.ExecutionRole, { name: summary.DomainId ?? '', kind: 'domain default', source, path });
      }
    }
    for (const { summary, detail } of rowsToName(userProfiles)) {
      if (!detail.known) hidden ??= detail.gap;
      else {
        const name = `${summary.DomainId ?? ''}/${summary.UserProfileName ?? ''}`;
        const [source, path] = ['sagemaker:DescribeUserProfile', 'UserSettings.ExecutionRole'];
        add(detail.value.UserSettings?.ExecutionRole, { name, kind: 'profile', source, path });
      }
    }
  }
  return { users, hidden };
}
