import type { Gap } from '../../core/gap.ts';
import type { Described } from '../described.ts';
import { known, missing, MissingFact, type Fact } from '../fact.ts';
import type { AnySectionRecord, LedgerEntry } from '../inventory.ts';
import { sectionCatalogue, type SectionName } from '../sections.ts';
import type { NetworkInterface } from '../sections/network-interfaces.ts';
import { awsCommand, fileFor } from './aws-command.ts';
import { matchUnnamed } from './match-unnamed.ts';
import type { PlacedAnswer } from './placed.ts';
import { recognisers } from './recognisers.ts';
import { withInstance } from './reservations.ts';
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
  const reader: SectionReader<unknown> = recognisers[section];
  const lists = answers.filter(({ role }) => role === 'list');
  const listed = byId(lists.flatMap(({ told }) => told));
  const { explain } = reader;
  const { account, region } = unit;
  const base = { account, region, section, notes: [] };
  const listEntry = { operation: sectionCatalogue[section].operation, calls: lists.length };
  const cut = lists.length > 0 && lists.every((answer) => answer.cut);

  if (explain === undefined) {
    const rows = plainRows(section, listed, answers);
    const fact = lists.length > 0 && !cut ? known(rows) : missing(cut ? truncated(section, unit) : notCollected(section, unit), some(rows));
    return record({ ...base, fact, ledger: [{ ...listEntry, complete: fact.known }] });
  }

  const details = detailsOf(answers, [...listed.keys()]);
  const names =
    lists.length > 0
      ? [...listed.values()].map(asNamed)
      : details.size > 0 || explain.names !== undefined
        ? named(explain, unit)
        : undefined;
  const all = withDescribed(names ?? [], details);
  const rows = all.map((row) => describedRow(row, details.get(row.id) ?? [], explain, unit));
  // Rows that other sections name, and of which no file tells anything, are a section that nobody read.
  const read = lists.length > 0 || details.size > 0 || names?.length === 0;
  const fact =
    names !== undefined && read && !cut
      ? known(rows)
      : missing(cut ? truncated(section, unit) : notCollected(section, unit), details.size > 0 || lists.length > 0 ? rows : undefined);
  const explained = { operation: explain.operation, calls: details.size, complete: rows.every(({ detail }) => detail.known) };
  const ledger =
    explain.operation === listEntry.operation
      ? [{ ...explained, complete: explained.complete && fact.known }]
      : [{ ...listEntry, complete: fact.known }, explained];
  return record({ ...base, fact, ledger });
}

function record(parts: {
  readonly account: string;
  readonly region: string;
  readonly section: SectionName;
  readonly fact: Fact<readonly unknown[]>;
  readonly ledger: readonly LedgerEntry[];
  readonly notes: readonly never[];
}): AnySectionRecord {
  // The table of recognisers holds each section's shapes against its type; which one this is the compiler cannot follow.
  return parts as unknown as AnySectionRecord;
}

function plainRows(section: SectionName, listed: ReadonlyMap<string, Told>, answers: readonly PlacedAnswer[]): readonly object[] {
  const hints = byId(answers.filter(({ role }) => role === 'hint').flatMap(({ told }) => told));
  if (section !== 'networkInterfaces' || hints.size === 0) return [...listed.values()].map(({ value }) => value);
  if (listed.size === 0) return [...hints.values()].map(({ value }) => value);
  return [...listed].map(([id, { value }]) => withInstance(value as NetworkInterface, hints.get(id)?.value));
}

/** What explains each row, by its id; an answer that does not say what it explains is matched by its file's name. */
function detailsOf(answers: readonly PlacedAnswer[], ids: readonly string[]): ReadonlyMap<string, readonly DetailPart[]> {
  const parts = new Map<string, DetailPart[]>();
  for (const { role, cut, told } of answers) {
    if (role !== 'detail') continue;
    for (const one of told) {
      const id = matchUnnamed(one.id, ids);
      if (id === undefined) continue;
      const list = parts.get(id) ?? [];
      parts.set(id, list);
      list.push({ told: one, cut });
    }
  }
  return parts;
}

interface DetailPart {
  readonly told: Told;
  readonly cut: boolean;
}

/** The rows that other sections name; undefined where these do not tell. */
function named(explain: Explain, unit: Unit): readonly NamedRow[] | undefined {
  try {
    return explain.names?.(unit);
  } catch (error) {
    if (error instanceof MissingFact) return undefined;
    throw error;
  }
}

/** What is described is there, whether or not a list has it. */
function withDescribed(names: readonly NamedRow[], details: ReadonlyMap<string, readonly DetailPart[]>): readonly NamedRow[] {
  const ids = new Set(names.map(({ id }) => id));
  const more = [...details].filter(([id]) => !ids.has(id)).map(([id, [part]]) => ({ id, summary: part?.told.summary ?? {} }));
  return [...names, ...more];
}

function describedRow({ id, summary }: NamedRow, parts: readonly DetailPart[], explain: Explain, unit: Unit): Described<object, object> {
  if (parts.length === 0) return { summary, detail: missing(detailGap(id, summary, explain, unit)) };
  const { value, lacks } = explain.settle(
    parts.map(({ told }) => told.value),
    unit,
  );
  if (parts.every(({ cut }) => cut))
    return { summary, detail: missing(detailGap(id, summary, explain, unit, 'the pages that follow'), value) };
  return { summary, detail: lacks === undefined ? known(value) : missing(detailGap(id, summary, explain, unit, lacks), value) };
}

function asNamed({ id, value }: Told): NamedRow {
  return { id, summary: value };
}

function byId(told: readonly Told[]): ReadonlyMap<string, Told> {
  const rows = new Map<string, Told>();
  for (const one of told) if (!rows.has(one.id)) rows.set(one.id, one);
  return rows;
}

function some<T>(rows: readonly T[]): readonly T[] | undefined {
  return rows.length === 0 ? undefined : rows;
}

function notCollected(section: SectionName, unit: Unit): Gap {
  const { operation } = sectionCatalogue[section];
  return gap(
    operation,
    'NotCollected',
    `no file in the folder answers ${operation}; run: ${commandOf(section)} > ${fileFor(operation)}`,
    unit,
  );
}

function truncated(section: SectionName, unit: Unit): Gap {
  const { operation } = sectionCatalogue[section];
  return gap(
    operation,
    'Truncated',
    `the last page of ${operation} is not in the folder; run, without a limit: ${commandOf(section)} > ${fileFor(operation)}`,
    unit,
  );
}

function commandOf(section: SectionName): string {
  const command = awsCommand(sectionCatalogue[section].operation);
  return section === 'classicLoadBalancers' ? command.replace('elbv2', 'elb') : command;
}

/** @param lacks what the files leave out, where they tell a part */
function detailGap(id: string, summary: object, explain: Explain, unit: Unit, lacks?: string): Gap {
  const { operation, by } = explain;
  const command = awsCommand(operation, Object.fromEntries(parametersOf(id, summary, by)));
  const what = lacks === undefined ? `no file in the folder answers ${operation} for ${id}` : `the files on ${id} do not tell ${lacks}`;
  const resource = explain.arn?.(id, unit) ?? arnIn(summary) ?? id;
  return gap(operation, lacks === undefined ? 'NotCollected' : 'Truncated', `${what}; run: ${command}`, unit, resource);
}

function parametersOf(id: string, summary: object, by: readonly string[]): readonly (readonly [string, string])[] {
  return by.map((member) => {
    const value = (summary as Readonly<Record<string, unknown>>)[member];
    return [member, typeof value === 'string' ? value : id];
  });
}

function arnIn(summary: object): string | undefined {
  const found: unknown = Object.entries(summary).find(([member]) => member.endsWith('Arn'))?.[1];
  return typeof found === 'string' ? found : undefined;
}

function gap(operation: string, code: string, message: string, { account, region }: Unit, resource: string | null = null): Gap {
  return { operation, code, message, permission: operation, account, region, resource };
}
