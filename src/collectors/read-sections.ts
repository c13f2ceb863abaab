import type { Session } from '../aws/session.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import { missing, type Fact } from '../inventory/fact.ts';
import { sectionFact, type AnySectionRecord } from '../inventory/inventory.ts';
import { globalRegion, sectionCatalogue, type SectionName, type Sections } from '../inventory/sections.ts';
import type { OpenRows } from '../inventory/row-sink.ts';
import type { AnswerMemory } from './answer-memory.ts';
import type { AnyCollector, CollectOptions } from './collector.ts';
import { gapOf } from './gap-of.ts';
import { collectors } from './index.ts';
import type { ProgressCount } from './progress-count.ts';

/** The collectors for these sections and for those they build on. */
export function withDependencies(sections: readonly SectionName[]): readonly AnyCollector[] {
  const wanted = new Set<SectionName>(['callerIdentity']);
  const add = (section: SectionName): void => {
    if (wanted.has(section)) return;
    wanted.add(section);
    for (const earlier of collectors.find((collector) => collector.section === section)?.after ?? []) add(earlier);
  };
  for (const section of sections) add(section);
  return collectors.filter((collector) => wanted.has(collector.section));
}

/** What one account and Region, or an account's own part, is to be read for. */
export interface UnitToRead {
  readonly session: Session;
  readonly wanted: readonly AnyCollector[];
  /** Sections that are there already, and are not read again. */
  readonly given: readonly AnySectionRecord[];
}

export interface ReadOptions {
  readonly since: Date | null;
  readonly probe: boolean;
  /** Where the rows of a history go; into memory by default. */
  readonly openRows?: OpenRows;
  /** What earlier scans remember; nothing by default. */
  readonly memory?: AnswerMemory;
  readonly progress: ProgressCount;
}

/** The wanted collectors whose sections belong to the account, or to a Region. */
export function ofScope(wanted: readonly AnyCollector[], scope: 'account' | 'region'): readonly AnyCollector[] {
  return wanted.filter(({ section }) => sectionCatalogue[section].scope === scope);
}

/**
 * Reads the units of one account side by side; a section starts as soon as those it builds on are read, in its own Region or of the account.
 *
 * @returns for each unit its sections in the order of the collectors, not of the answers: the same account gives the same inventory
 */
export function readUnits(units: readonly UnitToRead[], options: ReadOptions): readonly Promise<readonly AnySectionRecord[]>[] {
  const started = new Map<string, Promise<AnySectionRecord>>();
  const find = (unit: UnitToRead, section: SectionName): Promise<AnySectionRecord> | undefined => {
    const collector = unit.wanted.find((candidate) => candidate.section === section);
    return collector === undefined ? undefined : read(unit, collector);
  };
  const read = (unit: UnitToRead, collector: AnyCollector): Promise<AnySectionRecord> => {
    const key = `${unit.session.region}/${collector.section}`;
    let running = started.get(key);
    if (running === undefined) started.set(key, (running = start(unit, collector)));
    return running;
  };
  const start = async (unit: UnitToRead, collector: AnyCollector): Promise<AnySectionRecord> => {
    const there = unit.given.find(({ section }) => section === collector.section);
    const before = collector.after.flatMap((section) => {
      const holders = sectionCatalogue[section].scope === 'account' ? units : [unit];
      return holders.flatMap((holder) => find(holder, section) ?? []);
    });
    const record = there ?? (await collectSection(collector, unit.session, options, await Promise.all(before)));
    options.progress.done(collector.section);
    return record;
  };
  options.progress.expect(units.reduce((sum, { wanted }) => sum + wanted.length, 0));
  return units.map((unit) => Promise.all(unit.wanted.map((collector) => read(unit, collector))));
}

async function collectSection(
  collector: AnyCollector,
  session: Session,
  { since, probe, openRows, memory, progress }: ReadOptions,
  before: readonly AnySectionRecord[],
): Promise<AnySectionRecord> {
  const { section } = collector;
  const { account } = session;
  const region = sectionCatalogue[section].scope === 'account' ? globalRegion : session.region;
  const earlier = <K extends SectionName>(name: K): Fact<Sections[K]> => sectionFact({ sections: before }, account, session.region, name);
  const options: CollectOptions = {
    since,
    probe,
    ...(openRows === undefined ? {} : { openRows }),
    ...(memory === undefined ? {} : { memory }),
    progress: (event) => {
      if (event === 'found') progress.expect(1);
      else progress.done(section);
    },
  };
  const at = { account, region, section };
  try {
    // The collector's section fixes the type of what it collects; TypeScript cannot follow that through the union.
    return { ...at, ...(await collector.collect(session, options, earlier)) } as AnySectionRecord;
  } catch (error) {
    // No answer of AWS's, but something that the user can do something about: there is no room for the rows.
    if (error instanceof MlsecError) throw error;
    const { operation } = sectionCatalogue[section];
    const fact = missing(gapOf(error, operation, session));
    return { ...at, fact, ledger: [{ operation, calls: 0, complete: false }], notes: [] } as AnySectionRecord;
  }
}
