import { known, missing, need, type Fact } from '../../inventory/fact.ts';
import { indexBy } from '../../inventory/index-by.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Domain, DomainDetail } from '../../inventory/sections/domains.ts';
import type { UserProfile } from '../../inventory/sections/user-profiles.ts';

type Settings = NonNullable<DomainDetail['DefaultUserSettings']>;

/** Whether a setting is the profile's own or the domain's default. */
export interface Given<T> {
  readonly value: T;
  readonly source: 'sagemaker:DescribeUserProfile' | 'sagemaker:DescribeDomain';
  readonly path: string;
}

/**
 * A setting of a profile, which stands for the domain's default where it is there.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateUserProfile.html
 *
 * @throws MissingFact
 */
export function effectiveSetting<K extends 'CustomPosixUserConfig' | 'CustomFileSystemConfigs'>(
  profile: UserProfile,
  domains: Fact<readonly Domain[]>,
  key: K,
): Given<NonNullable<Settings[K]>> | undefined {
  const own = need(profile.detail).UserSettings?.[key];
  if (isSet(own)) return { value: own, source: 'sagemaker:DescribeUserProfile', path: `UserSettings.${key}` };
  const domain = indexBy(need(domains), domainIdOf).get(profile.summary.DomainId ?? '');
  const inherited = domain === undefined ? undefined : need(domain.detail).DefaultUserSettings?.[key];
  return isSet(inherited) ? { value: inherited, source: 'sagemaker:DescribeDomain', path: `DefaultUserSettings.${key}` } : undefined;
}

function isSet<T>(value: T | undefined): value is NonNullable<T> {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

const domainIdOf = (domain: Domain): string | undefined => domain.summary.DomainId;

/** `DOMAIN/PROFILE`. */
export function profileName({ summary }: UserProfile): string {
  return `${summary.DomainId ?? ''}/${summary.UserProfileName ?? ''}`;
}

/** A setting, and the profile that has it. */
export interface HeldBy<T> extends Given<T> {
  readonly profile: string;
  readonly domain: string;
}

type Key = 'CustomPosixUserConfig' | 'CustomFileSystemConfigs';

const held = new WeakMap<object, Map<Key, readonly Fact<HeldBy<unknown>>[]>>();

/**
 * The other profiles of a profile's domain that have a setting, their own or the domain's; and a missing fact for each that could not be read.
 */
export function othersWith<K extends Key>(
  profile: UserProfile,
  profiles: Fact<readonly UserProfile[]>,
  domains: Fact<readonly Domain[]>,
  key: K,
): readonly Fact<HeldBy<NonNullable<Settings[K]>>>[] {
  let byKey = held.get(profiles);
  if (byKey === undefined) held.set(profiles, (byKey = new Map()));
  let all = byKey.get(key) as readonly Fact<HeldBy<NonNullable<Settings[K]>>>[] | undefined;
  if (all === undefined) byKey.set(key, (all = holders(profiles, domains, key)));
  const [name, domain] = [profileName(profile), profile.summary.DomainId];
  return all.filter((fact) => !fact.known || (fact.value.domain === domain && fact.value.profile !== name));
}

function holders<K extends Key>(
  profiles: Fact<readonly UserProfile[]>,
  domains: Fact<readonly Domain[]>,
  key: K,
): readonly Fact<HeldBy<NonNullable<Settings[K]>>>[] {
  const found = [...rowsToName(profiles)].flatMap((profile): readonly Fact<HeldBy<NonNullable<Settings[K]>>>[] => {
    if (!profile.detail.known) return [missing(profile.detail.gap)];
    const given = effectiveSetting(profile, domains, key);
    return given === undefined ? [] : [known({ ...given, profile: profileName(profile), domain: profile.summary.DomainId ?? '' })];
  });
  return profiles.known ? found : [...found, missing(profiles.gap)];
}
