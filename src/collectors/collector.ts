import type { Session } from '../aws/session.ts';
import type { Note } from '../core/note.ts';
import type { Fact } from '../inventory/fact.ts';
import type { LedgerEntry } from '../inventory/inventory.ts';
import type { OpenRows } from '../inventory/row-sink.ts';
import type { SectionName, Sections } from '../inventory/sections.ts';
import type { AnswerMemory } from './answer-memory.ts';

/** What a collector brings home. */
export interface Collected<K extends SectionName> {
  readonly fact: Fact<Sections[K]>;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly Note[];
}

/** What the user asked for, and who wants to hear of progress. */
export interface CollectOptions {
  /** Finished jobs created before this are left out; null for no limit. */
  readonly since: Date | null;
  /** Only tries each call once: the first page of a list, and the description of its first row. What it brings home is no section. */
  readonly probe: boolean;
  /** Told of every resource that will be described, and of every one that has been. */
  readonly progress: (event: 'found' | 'done') => void;
  /** Where the rows of a history go; into memory by default. */
  readonly openRows?: OpenRows;
  /** What earlier scans remember; nothing by default. */
  readonly memory?: AnswerMemory;
}

/** The sections that were read before, for collectors that build on others. */
export type EarlierFacts = <K extends SectionName>(section: K) => Fact<Sections[K]>;

/** Reads one section of one account and Region, or of the account where the section belongs to it. */
export interface Collector<K extends SectionName = SectionName> {
  readonly section: K;
  /** Sections that must be read first. */
  readonly after: readonly SectionName[];
  /** Every API action it may call: the audit policy is generated from these, and nothing else leaves the process. */
  readonly actions: readonly `${string}:${string}`[];
  /** Does not throw for what AWS answers: a refusal is a gap in what it returns. */
  readonly collect: (session: Session, options: CollectOptions, earlier: EarlierFacts) => Promise<Collected<K>>;
}

/** Any collector, so that `section` tells the type of what it collects. */
export type AnyCollector = { [K in SectionName]: Collector<K> }[SectionName];
