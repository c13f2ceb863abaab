import type { Estate } from '../../inventory/estate.ts';
import { studioRoles, type StudioRoles } from '../../workloads/studio-roles.ts';
import type { Scope } from '../check.ts';
import { regionRows } from './region-rows.ts';
import { studiosOf } from './studios-of.ts';
import type { Gap } from '../../core/gap.ts';
import type { Fact } from '../../inventory/fact.ts';
import type { Domain } from '../../inventory/sections/domains.ts';
import type { UserProfile } from '../../inventory/sections/user-profiles.ts';

export const peopleFacts = ['domains', 'userProfiles'] as const;

/** The domains of one Region, and the users in them. */
export interface StudioRegion {
  readonly region: string;
  readonly domains: readonly Domain[];
  readonly profiles: readonly UserProfile[];
  /** The failed read behind which there may be more of either. */
  readonly gap: Gap | undefined;
}

/** Who works in Studio, in all audited Regions of an account. */
export interface StudioPeople {
  readonly regions: readonly StudioRegion[];
  readonly roles: StudioRoles;
  /** Names of the profiles of a domain. */
  readonly profilesOf: (domainId: string) => readonly string[];
}

export function studioPeople(facts: {
  readonly estate: Estate<(typeof peopleFacts)[number]>;
  readonly scope: Scope;
  readonly across: { readonly domains: readonly Fact<readonly Domain[]>[]; readonly userProfiles: readonly Fact<readonly UserProfile[]>[] };
}): StudioPeople {
  const profiles = regionRows(facts, 'userProfiles');
  const regions = regionRows(facts, 'domains').map(({ region, rows, gap }, at): StudioRegion => {
    const users = profiles[at];
    return { region, domains: rows, profiles: users?.rows ?? [], gap: gap ?? users?.gap };
  });
  const names = new Map<string, string[]>();
  for (const { summary } of regions.flatMap((region) => region.profiles)) {
    names.set(summary.DomainId ?? '', [...(names.get(summary.DomainId ?? '') ?? []), summary.UserProfileName ?? '']);
  }
  return { regions, roles: studioRoles(studiosOf(facts.across)), profilesOf: (domainId) => names.get(domainId) ?? [] };
}
