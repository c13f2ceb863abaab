import type { Gap } from '../core/gap.ts';
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
}

/** One or many accounts as facts, keyed by account, Region and section. */
export interface Inventory {
  readonly header: InventoryHeader;
  readonly sections: readonly AnySectionRecord[];
}

/**
 * The fact of one section. Where nobody collected it, a gap that says so.
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
  const record = inventory.sections.find(
    (candidate) => candidate.section === section && candidate.account === account && candidate.region === where,
  );
  // The search above has matched the section's name, which fixes the type of its fact.
  if (record !== undefined) return record.fact as Fact<Sections[K]>;
  return missing(notCollected(account, where, section));
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
