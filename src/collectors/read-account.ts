import { openSession } from '../aws/open-session.ts';
import { homeRegionOf } from '../aws/regions.ts';
import type { Gap } from '../core/gap.ts';
import { known, missing, type Fact } from '../inventory/fact.ts';
import type { AnySectionRecord, SectionRecord } from '../inventory/inventory.ts';
import { globalRegion } from '../inventory/sections.ts';
import type { AnyCollector } from './collector.ts';
import enabledRegions from './enabled-regions.ts';
import { enter } from './enter.ts';
import { isFinished } from './is-finished.ts';
import type { OpenEstate } from './open-estate.ts';
import { ofScope, readUnits, type ReadOptions, type UnitToRead } from './read-sections.ts';
import { readEnabledRegions, regionNames } from './regions-asked.ts';
import type { Target } from './targets.ts';
import type { UnitStore } from './unit-store.ts';

export interface AccountRead {
  /** The Regions that were read, or should have been. */
  readonly regions: readonly string[];
  readonly sections: readonly AnySectionRecord[];
  /** Why not even the Regions are known. */
  readonly closed?: Gap;
}

export interface AccountOptions extends ReadOptions {
  readonly wanted: readonly AnyCollector[];
  readonly store: UnitStore;
}

/** The sections of each unit of an account, by Region. */
type Units = Map<string, readonly AnySectionRecord[]>;

/**
 * Reads one account of an estate, all Regions side by side, but for the units that an earlier run has finished.
 *
 * Does not throw for what AWS answers: an account that cannot be entered is a gap in each of its Regions, and so is one that does not say which
 * these are.
 */
export async function readAccount(target: Target, estate: OpenEstate, options: AccountOptions): Promise<AccountRead> {
  const { account, accountSections } = target;
  const units: Units = new Map();
  const loadKept = async (regions: readonly string[]): Promise<void> => {
    for (const region of regions) {
      const sections = await options.store.load(account, region);
      if (sections !== undefined) units.set(region, sections);
    }
  };
  if (accountSections) await loadKept([globalRegion]);
  const named = target.regions === 'all' ? keptRegions(units.get(globalRegion)) : target.regions;
  await loadKept(named ?? []);
  const todo = named && [...(accountSections ? [globalRegion] : []), ...named].filter((region) => !units.has(region));
  if (named !== undefined && todo?.length === 0) return ordered(named, units);

  const entered = await enter(account, estate);
  if (!entered.known) return shut(account, named, units, entered.gap);
  const { identity, credentials } = entered.value;
  const context = { ...estate.context, credentials };
  // What belongs to no Region is asked in the partition's own, which no account can switch off.
  const global = openSession(identity, homeRegionOf(estate.home), context, globalRegion);

  const asked = named === undefined ? await readEnabledRegions(global) : undefined;
  const found = asked === undefined ? known(named ?? []) : regionNames(asked);
  const regions = found.known ? found.value : [];
  if (asked !== undefined) await loadKept(regions);

  const own: UnitToRead = {
    session: global,
    wanted: ownCollectors(options.wanted, accountSections, asked !== undefined),
    given: [...(asked === undefined ? [] : [refused(asked, found)]), ...(units.get(globalRegion) ?? [])],
  };
  const others = regions
    .filter((region) => !units.has(region))
    .map((region) => ({ session: openSession(identity, region, context), wanted: ofScope(options.wanted, 'region'), given: [] }));
  const keepOwn = accountSections && !units.has(globalRegion);
  const all = [own, ...others];
  const reading = readUnits(all, options).map(async (sections, index) => {
    const { region } = all[index]?.session ?? global;
    const read = await sections;
    units.set(region, read);
    const keep = region !== globalRegion || keepOwn;
    if (keep && isFinished(read, context.signal)) await options.store.save(account, region, read);
  });
  await Promise.all(reading);
  return { ...ordered(regions, units), ...(found.known ? {} : { closed: found.gap }) };
}

function ordered(regions: readonly string[], units: Units): AccountRead {
  return { regions, sections: [globalRegion, ...regions].flatMap((region) => units.get(region) ?? []) };
}

/**
 * An account that cannot be entered: its identity is missing in every Region that was to be read, for one and the same reason, so that every check is
 * unknown there, and the report has one gap.
 */
function shut(account: string, named: readonly string[] | undefined, units: Units, gap: Gap): AccountRead {
  const record = (region: string): SectionRecord<'callerIdentity'> => ({
    account,
    region,
    section: 'callerIdentity',
    fact: missing(gap),
    ledger: [{ operation: gap.operation, calls: 0, complete: false }],
    notes: [],
  });
  const regions = named ?? [];
  for (const region of [globalRegion, ...regions]) if (!units.has(region)) units.set(region, [record(region)]);
  return { ...ordered(regions, units), closed: gap };
}

/** The list of Regions as it is told: one that names none was not read. */
function refused(record: SectionRecord<'enabledRegions'>, found: Fact<readonly string[]>): SectionRecord<'enabledRegions'> {
  return found.known ? record : { ...record, fact: missing(found.gap) };
}

/**
 * What is read of the account itself. Where another run reads it, only what sections of a Region build on; and the list of Regions, where it was
 * asked for: it is told, and serves the run that resumes this one.
 */
function ownCollectors(wanted: readonly AnyCollector[], accountSections: boolean, regionsAsked: boolean): readonly AnyCollector[] {
  const needed = new Set(ofScope(wanted, 'region').flatMap(({ after }) => after));
  const own = ofScope(wanted, 'account').filter(({ section }) => accountSections || needed.has(section));
  return regionsAsked && !own.some(({ section }) => section === 'enabledRegions') ? [...own, enabledRegions] : own;
}

function keptRegions(own: readonly AnySectionRecord[] | undefined): readonly string[] | undefined {
  const record = own?.find(({ section }) => section === 'enabledRegions');
  if (record?.section !== 'enabledRegions') return undefined;
  const names = regionNames(record);
  return names.known ? names.value : undefined;
}
