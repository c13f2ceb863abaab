import type { Gap } from '../../core/gap.ts';
import type { Described } from '../described.ts';
import { known, missing, MissingFact, type Fact } from '../fact.ts';
import type { AnySectionRecord, LedgerEntry } from '../inventory.ts';
import { sectionCatalogue, type SectionName } from '../sections.ts';
import type { NetworkInterface } from '../sections/network-interfaces.ts';
import { detailParts, type DetailParts } from './detail-parts.ts';
import type { PlacedAnswer } from './placed.ts';
import { recognisers } from './recognisers.ts';
import { withInstance } from './reservations.ts';
import { cutOff, detailGap, leftOut, notCollected } from './section-gaps.ts';
import type { Explain, NamedRow, SectionReader, Unit } from './section-reader.ts';
import type { Told } from './told.ts';

/**
 * One section of one account and Region, from what the files tell of it.
 *
 * A section is known when a file lists its rows, or when other sections name them and some file explains them. Without either it is a gap, with
 * those rows as partial that some file happens to tell.
 *
 * @param answers of this section, account and Region
 */
export function sectionRecord(section: SectionName, answers: readonly PlacedAnswer[], unit: Unit): AnySectionRecord {
  const { explain }: SectionReader<unknown> = recognisers[section];
  const lists = answers.filter(({ role }) => role === 'list');
  const listed = byId(lists.flatMap(({ told }) => told));
  const gap = listGap(section, lists, unit);
  const made = explain === undefined ? plain(section, listed, answers, gap) : described(section, listed, answers, gap, explain, unit);
  const { account, region } = unit;
  // The table of recognisers holds each section's shapes against its type; which one this is the compiler cannot follow.
  return { account, region, section, ...made, notes: [] } as unknown as AnySectionRecord;
}

interface Made {
  readonly fact: Fact<readonly object[]>;
  readonly ledger: readonly LedgerEntry[];
}

/** Why the lists are not all there is; undefined where they are. */
function listGap(section: SectionName, lists: readonly PlacedAnswer[], unit: Unit): Gap | undefined {
  if (lists.length === 0) return notCollected(section, unit);
  if (lists.every(({ cut }) => cut)) return cutOff(section, unit);
  const reader: SectionReader<unknown> = recognisers[section];
  const told = lists.flatMap((answer) => answer.told);
  const lacks = reader.lacks?.(told, unit);
  return lacks === undefined ? undefined : leftOut(section, unit, lacks);
}

function plain(section: SectionName, listed: ReadonlyMap<string, Told>, answers: readonly PlacedAnswer[], gap: Gap | undefined): Made {
  const rows = plainRows(section, listed, answers);
  const calls = answers.filter(({ role }) => role === 'list').length;
  return {
    fact: gap === undefined ? known(rows) : missing(gap, rows.length === 0 ? undefined : rows),
    ledger: [{ operation: sectionCatalogue[section].operation, calls, complete: gap === undefined }],
  };
}

/** Instances tell of their network interfaces, and whose these are; without a list of interfaces that is a part of it. */
function plainRows(section: SectionName, listed: ReadonlyMap<string, Told>, answers: readonly PlacedAnswer[]): readonly object[] {
  const rows = [...listed.values()].map(({ value }) => value);
  if (section !== 'networkInterfaces') return rows;
  const ofInstances = byId(answers.filter(({ role }) => role === 'hint').flatMap(({ told }) => told));
  if (listed.size === 0) return [...ofInstances.values()].map(({ value }) => value);
  const instanceOf = (id: string) => ofInstances.get(id)?.value;
  return [...listed].map(([id, { value }]) => withInstance(value as NetworkInterface, instanceOf(id)));
}

function described(
  section: SectionName,
  listed: ReadonlyMap<string, Told>,
  answers: readonly PlacedAnswer[],
  gap: Gap | undefined,
  explain: Explain,
  unit: Unit,
): Made {
  const lists = answers.filter(({ role }) => role === 'list').length;
  const fromList = [...listed].map(([id, { value }]) => ({ id, summary: value }));
  const fromOthers = lists > 0 ? undefined : named(explain, unit);
  const names = fromOthers ?? fromList;
  const parts = detailParts(
    answers,
    names.map(({ id }) => id),
  );
  const rows = withDescribed(names, parts, explain).map((row) => describedRow(row, parts, explain, unit));
  const some = lists > 0 || parts.byId.size > 0;
  // What other sections name is known; but where no file explains any of it, nobody read the section.
  const whole = gap === undefined || (fromOthers !== undefined && (some || fromOthers.length === 0));
  const { operation } = sectionCatalogue[section];
  const explained = { operation: explain.operation, calls: parts.byId.size, complete: rows.every(({ detail }) => detail.known) };
  return {
    fact: whole ? known(rows) : missing(gap, some ? rows : undefined),
    ledger:
      explain.operation === operation
        ? [{ ...explained, complete: explained.complete && whole }]
        : [{ operation, calls: lists, complete: whole }, explained],
  };
}

/** The rows that other sections name; undefined where these do not tell, or nothing but a list could. */
function named(explain: Explain, unit: Unit): readonly NamedRow[] | undefined {
  try {
    return explain.names?.(unit);
  } catch (error) {
    if (error instanceof MissingFact) return undefined;
    throw error;
  }
}

/** What is described is there, whether or not a list has it; unless it is described under an id that is no row's. */
function withDescribed(names: readonly NamedRow[], { byId: parts }: DetailParts, { key }: Explain): readonly NamedRow[] {
  if (key !== undefined) return names;
  const ids = new Set(names.map(({ id }) => id));
  const more = [...parts].filter(([id]) => !ids.has(id)).map(([id, [part]]) => ({ id, summary: part?.told.summary ?? {} }));
  return [...names, ...more];
}

function describedRow(row: NamedRow, { byId: all, unmatched }: DetailParts, explain: Explain, unit: Unit): Described<object, object> {
  const { summary } = row;
  const parts = all.get(explain.key?.(row.id) ?? row.id) ?? [];
  if (parts.length === 0) return { summary, detail: missing(detailGap(row, explain, unit, undefined, unmatched)) };
  const values = parts.map(({ told }) => told.value);
  const { value, lacks, cut = false } = explain.settle(values, unit);
  if (parts.every((part) => part.cut))
    return { summary, detail: missing(detailGap(row, explain, unit, { what: 'the pages that follow', cut: true }), value) };
  return { summary, detail: lacks === undefined ? known(value) : missing(detailGap(row, explain, unit, { what: lacks, cut }), value) };
}

function byId(told: readonly Told[]): ReadonlyMap<string, Told> {
  const rows = new Map<string, Told>();
  for (const one of told) if (one.noRow !== true && !rows.has(one.id)) rows.set(one.id, one);
  return rows;
}
