import type { Fact } from '../../inventory/fact.ts';
import type { Domain } from '../../inventory/sections/domains.ts';
import type { UserProfile } from '../../inventory/sections/user-profiles.ts';
import type { Studio } from '../../workloads/studio-roles.ts';

/** The domains and user profiles of every audited Region, put together by Region. */
export function studiosOf(across: {
  readonly domains: readonly Fact<readonly Domain[]>[];
  readonly userProfiles: readonly Fact<readonly UserProfile[]>[];
}): readonly Studio[] {
  return across.domains.flatMap((domains, at) => {
    const userProfiles = across.userProfiles[at];
    return userProfiles === undefined ? [] : [{ domains, userProfiles }];
  });
}
