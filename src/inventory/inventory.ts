import type { Gap } from '../core/gap.ts';
import type { PlanPart } from '../core/plan-part.ts';
import type { Note } from '../core/note.ts';
import { missing, type Fact } from './fact.ts';
import { globalRegion, sectionCatalogue, type SectionName, type Sections } from './sections.ts';

/** How one operation went while a section was read. */
export interface LedgerEntry {
  readonly operation: string;
  /** Answers received: pages of a list, or described resources. Retries are not counted. */
  readonly calls: number;
  /** False when an answer is missing. */
  readonly complete: boolean;
  /** How many answers were taken from what an earlier scan kept, in place of calls. */
  readonly cached?: number;
  /** Why it was not asked: what else was read, completely, says that there is nothing, or nothing that anything leads to. */
  readonly inferred?: string;
  /** Why it was given up, where another operation answered in its stead, so that nothing is missing. */
  readonly replaced?: Gap;
}

/** One section of one account and Region. */
export interface SectionRecord<K extends SectionName = SectionName> {
  readonly account: string;
  readonly region: string;
  readonly section: K;
  readonly fact: Fact<Sections[K]>;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly Note[];
}

/** Any section, so that `section` tells the type of `fact`. */
export type AnySectionRecord = { [K in SectionName]: SectionRecord<K> }[SectionName];

/** What was asked for, when, and by which version. */
export interface InventoryHeader {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly partition: string;
  readonly startedAt: string;
  readonly completedAt: string;
  /** Finished jobs created before this were left out; `null` for no limit. */
  readonly since: string | null;
  /** True when the scan was stopped before its end. */
  readonly interrupted: boolean;
  /** Where a plan was read, which part of it. */
  readonly plan?: PlanPart;
}

/** One or many accounts as facts, keyed by account, Region and section. */
export interface Inventory {
  readonly header: InventoryHeader;
  readonly sections: readonly AnySectionRecord[];
}

/**
 * The fact of one section. Where nobody collected it, a gap that says so; where its account or Region could not be read at all, the gap that says why.
 *
 * @param region the Region asked about; sections of the whole account are found from any
 */
export function sectionFact<K extends SectionName>(
  inventory: Pick<Inventory, 'sections'>,
  account: string,
  region: string,
  section: K,
): Fact<Sections[K]> {
  const where = sectionCatalogue[section].scope === 'account' ? globalRegion : region;
  const index = indexOf(inventory.sections);
  const record = index.get(keyOf(account, where, section));
  // The key holds the section's name, which fixes the type of its fact.
  if (record !== undefined) return record.fact as Fact<Sections[K]>;
  return missing(closedBy(index, account, where) ?? notCollected(account, where, section));
}

/**
 * The accounts of which not even the Regions are known: nobody could enter them, or AWS would not say. They belong in a report all the same, under
 * the Region `aws-global`.
 */
export function closedAccounts({ sections }: Pick<Inventory, 'sections'>): readonly string[] {
  const open = new Set(sections.filter(({ region }) => region !== globalRegion).map(({ account }) => account));
  const index = indexOf(sections);
  const accounts = new Set(sections.map(({ account }) => account));
  return [...accounts].filter((account) => !open.has(account) && closedBy(index, account, globalRegion) !== undefined).sort();
}

type Index = ReadonlyMap<string, AnySectionRecord>;

const indexes = new WeakMap<readonly AnySectionRecord[], Index>();

/** Fifty accounts have tens of thousands of sections, and every check looks for some in every place. */
function indexOf(sections: readonly AnySectionRecord[]): Index {
  let index = indexes.get(sections);
  if (index === undefined) {
    index = new Map(sections.map((record) => [keyOf(record.account, record.region, record.section), record]));
    indexes.set(sections, index);
  }
  return index;
}

function keyOf(account: string, region: string, section: SectionName): string {
  return `${account}\n${region}\n${section}`;
}

/**
 * Why nothing could be read in this place. An account that could not be entered has its identity missing, in the Region that was to be read, or
 * under `aws-global` where its Regions are not known.
 */
function closedBy(index: Index, account: string, region: string): Gap | undefined {
  const reasons: readonly SectionName[] = region === globalRegion ? ['callerIdentity', 'enabledRegions'] : ['callerIdentity'];
  for (const section of reasons) {
    const fact = index.get(keyOf(account, region, section))?.fact;
    if (fact?.known === false) return fact.gap;
  }
  return undefined;
}

function notCollected(account: string, region: string, section: SectionName): Gap {
  const { operation } = sectionCatalogue[section];
  return {
    operation,
    code: 'NotCollected',
    message: `the inventory has no section ${section} for this account and Region`,
    permission: operation,
    account,
    region,
    resource: null,
  };
}
