import { regionOfProfile } from '../aws/profile.ts';
import { assertRegion } from '../aws/regions.ts';
import type { Session } from '../aws/session.ts';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import type { Gap } from '../core/gap.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { SectionRecord } from '../inventory/inventory.ts';
import { globalRegion } from '../inventory/sections.ts';
import enabledRegions from './enabled-regions.ts';

/** Which Regions were asked for. */
export interface RegionsRequest {
  /** Empty: the Region of the profile. `all`: every Region that an account has enabled. */
  readonly regions: readonly string[];
  /** Where to ask which these are; by default the Region of the profile, or us-east-1. */
  readonly askIn?: string;
  /** The profile that the user named, to tell an unknown one from missing credentials. */
  readonly profile?: string;
}

export interface RegionsAsked {
  /** Where the caller is asked who it is. */
  readonly home: string;
  readonly regions: readonly string[] | 'all';
}

/** @throws MlsecError usage, for a Region or profile that does not exist; noAudit, where none is named */
export async function regionsAsked(request: RegionsRequest): Promise<RegionsAsked> {
  const ofProfile = await regionOfProfile(request.profile);
  if (isAll(request.regions)) {
    const home = request.askIn ?? ofProfile ?? 'us-east-1';
    assertRegion(home);
    return { home, regions: 'all' };
  }
  const regions = [...new Set(request.regions.length > 0 ? request.regions : ofProfile === undefined ? [] : [ofProfile])].sort();
  const [home] = regions;
  if (home === undefined) {
    throw new MlsecError(exitCode.noAudit, 'no Region to audit', 'pass --region, set AWS_REGION, or give the profile a region');
  }
  for (const region of regions) assertRegion(region);
  return { home, regions };
}

function isAll(regions: readonly string[]): boolean {
  if (!regions.includes('all')) return false;
  if (new Set(regions).size === 1) return true;
  throw new MlsecError(
    exitCode.usage,
    '--region all and another Region were given',
    'all stands for every Region that the account has enabled',
  );
}

/** The section that names the enabled Regions of an account, read for its own sake. */
export async function readEnabledRegions(session: Session): Promise<SectionRecord<'enabledRegions'>> {
  const read = await enabledRegions.collect(session, { since: null, probe: false, progress: () => undefined });
  return { account: session.account, region: globalRegion, section: 'enabledRegions', ...read };
}

/** The names in that section. Every account has some: none is no answer, and an audit of none would find nothing wrong. */
export function regionNames({ account, fact }: SectionRecord<'enabledRegions'>): Fact<readonly string[]> {
  if (!fact.known) return missing(fact.gap);
  const names = fact.value.flatMap(({ RegionName }) => RegionName ?? []).sort();
  if (names.length > 0) return known(names);
  const operation = 'ec2:DescribeRegions';
  return missing<readonly string[]>({
    operation,
    code: 'empty',
    message: 'AWS named none',
    permission: operation,
    account,
    region: globalRegion,
    resource: null,
  });
}

/** For an audit of one account: to guess its Regions would be to leave some out. */
export function noRegions({ code, message, permission }: Gap): MlsecError {
  return new MlsecError(
    exitCode.noAudit,
    `cannot tell which Regions the account has enabled (${code}: ${message})`,
    `allow ${permission}, or name the Regions with --region`,
  );
}
