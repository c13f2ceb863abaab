import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import {
  complaintText,
  count,
  flag,
  isRecord,
  list,
  noteFields,
  nullable,
  oneOf,
  optional,
  planPart,
  record,
  text,
  time,
  present,
  type Expectation,
} from './expectation.ts';
import { known, missing } from './fact.ts';
import { isHistory } from './history-sections.ts';
import { inventoryFormat, inventoryVersion } from './inventory-lines.ts';
import type { AnySectionRecord, Inventory, InventoryHeader } from './inventory.ts';
import { plainJson } from './plain-json.ts';
import { gapFields, rowOf } from './row-expectation.ts';
import { rowsInMemory, type OpenRows, type RowSink } from './row-sink.ts';
import { sectionNames, type SectionName } from './sections.ts';
import type { Gap } from '../core/gap.ts';

const headerFields = record({
  accounts: list(text),
  regions: list(text),
  partition: text,
  startedAt: time,
  completedAt: time,
  since: nullable(time),
  interrupted: flag,
  plan: optional(planPart),
});

const sectionFields = record({
  account: text,
  region: text,
  section: text,
  known: flag,
  items: count,
  ledger: list(
    record({
      operation: text,
      calls: count,
      complete: flag,
      cached: optional(count),
      inferred: optional(text),
      replaced: optional(gapFields),
    }),
  ),
  notes: list(noteFields),
});

const missingFields = record({ gap: gapFields });
const itemFields = record({ account: text, region: text, section: text, item: present });
const endFields = record({ kind: oneOf(['end']), sections: count });

const hints = {
  whatItIs: 'an inventory is the file that `mlsec collect -o FILE` writes',
  again: 'the file was changed or damaged; collect it again',
  truncated: 'the file was cut off; copy or collect it again',
} as const;

/** A section whose rows are being read. */
interface OpenSection {
  readonly line: { readonly [key: string]: unknown };
  readonly section: SectionName;
  readonly expected: number;
  readonly sink: RowSink<unknown>;
  /** How many rows were taken. */
  taken: number;
}

/**
 * Reads what {@link inventoryLines} wrote.
 *
 * Only the structure is looked at: rows are objects, described rows have both halves, every gap is complete, and nothing was cut off or left
 * out. Lines are taken one after the other, and the first bad one ends the reading.
 *
 * @param openRows where the rows of a history go; into memory by default
 * @throws MlsecError usage, naming the line
 */
export async function parseInventory(
  lines: Iterable<string> | AsyncIterable<string>,
  openRows: OpenRows = rowsInMemory,
): Promise<Inventory> {
  const reader = new InventoryReader(openRows);
  for await (const line of lines) reader.take(line);
  return reader.finish();
}

class InventoryReader {
  readonly #openRows: OpenRows;
  readonly #sections: AnySectionRecord[] = [];
  readonly #seen = new Set<string>();
  #header: InventoryHeader | undefined;
  #writer = '';
  #open: OpenSection | undefined;
  #ended = false;
  #number = 0;
  /** Set when the last line was no JSON: if the file ends with it, it was cut off there. */
  #broken = false;

  constructor(openRows: OpenRows) {
    this.#openRows = openRows;
  }

  take(line: string): void {
    if (this.#broken) throw this.#bad('is not JSON', hints.again);
    this.#number += 1;
    if (this.#ended) throw this.#bad('comes after the end of the inventory', hints.again);
    const value = parseLine(line);
    if (this.#header === undefined) this.#header = this.#parseHeader(value);
    else if (value === undefined) this.#broken = true;
    else if (!isRecord(value)) throw this.#bad('is not an object', hints.again);
    else this.#takeRecord(value);
  }

  finish(): Inventory {
    if (this.#header === undefined) throw new MlsecError(exitCode.usage, 'the file is empty', hints.whatItIs);
    if (!this.#ended || this.#broken) {
      const where = this.#open === undefined ? '' : `, in section ${this.#open.section}`;
      throw this.#bad(`is where the inventory breaks off${where}`, hints.truncated);
    }
    return { header: this.#header, sections: this.#sections };
  }

  #takeRecord(value: { readonly [key: string]: unknown }): void {
    const open = this.#open;
    if (value['kind'] === 'item') {
      if (open === undefined) throw this.#bad('is a row outside of a section', hints.again);
      this.#takeItem(value, open);
    } else if (open !== undefined) {
      throw this.#bad(`stands where row ${open.taken + 1} of ${open.expected} of section ${open.section} should be`, hints.again);
    } else if (value['kind'] === 'section') {
      this.#takeSection(value);
    } else {
      this.#takeEnd(value);
    }
    if (this.#open?.taken === this.#open?.expected) this.#close();
  }

  #parseHeader(value: unknown): InventoryHeader {
    if (!isRecord(value) || value['format'] !== inventoryFormat) {
      const hint = isRecord(value) && 'schemaVersion' in value ? 'this looks like a report: `mlsec report FILE` shows it' : hints.whatItIs;
      throw new MlsecError(exitCode.usage, 'not an mlsec inventory: line 1 is not its header', hint);
    }
    this.#writer = typeof value['mlsec'] === 'string' ? value['mlsec'] : 'unknown';
    const version = value['version'];
    if (version !== inventoryVersion) {
      const newer = typeof version === 'number' && version > inventoryVersion;
      const hint = newer ? `update mlsec: the file was written by version ${this.#writer}` : hints.again;
      throw this.#bad(`has inventory version ${JSON.stringify(version)}; this mlsec reads version ${inventoryVersion}`, hint);
    }
    this.#check(headerFields, value);
    const { format: _format, version: _version, mlsec: _mlsec, ...header } = value;
    return header as unknown as InventoryHeader;
  }

  #takeSection(value: { readonly [key: string]: unknown }): void {
    this.#check(sectionFields, value);
    if (value['known'] !== true) this.#check(missingFields, value);
    const section = sectionNames.find((name) => name === value['section']);
    if (section === undefined) {
      throw this.#bad(
        `names a section that this mlsec does not know: ${String(value['section'])}`,
        `update mlsec: the file was written by version ${this.#writer}`,
      );
    }
    const key = placeOf(value);
    if (this.#seen.has(key)) throw this.#bad(`has section ${section} a second time`, hints.again);
    this.#seen.add(key);
    const expected = value['items'] as number;
    if (value['known'] !== true && value['partial'] !== true && expected > 0) {
      throw this.#bad(`promises rows of section ${section}, of which nothing was read`, hints.again);
    }
    const sink: RowSink<unknown> = isHistory(section) ? this.#openRows() : rowsInMemory();
    this.#open = { line: value, section, expected, sink, taken: 0 };
  }

  #takeItem(value: { readonly [key: string]: unknown }, open: OpenSection): void {
    this.#check(itemFields, value);
    if (placeOf(value) !== placeOf(open.line)) throw this.#bad(`is a row of another section than ${open.section}`, hints.again);
    const row = value['item'];
    this.#check(rowOf(open.section), row, 'item');
    open.sink.add(row);
    open.taken += 1;
  }

  #close(): void {
    const open = this.#open;
    if (open === undefined) return;
    const { account, region, gap, partial, ledger, notes } = open.line;
    const rows = open.sink.rows();
    const fact = open.line['known'] === true ? known(rows) : missing(gap as Gap, partial === true ? rows : undefined);
    // The fields were looked at when the line was taken, and each row by its own section's rule.
    this.#sections.push({ account, region, section: open.section, fact, ledger, notes } as unknown as AnySectionRecord);
    this.#open = undefined;
  }

  #takeEnd(value: { readonly [key: string]: unknown }): void {
    this.#check(endFields, value);
    if (value['sections'] !== this.#sections.length) {
      throw this.#bad(`counts ${String(value['sections'])} sections, but ${this.#sections.length} are there`, hints.truncated);
    }
    this.#ended = true;
  }

  #check(expectation: Expectation, value: unknown, whole = 'it'): void {
    const complaint = expectation(value);
    if (complaint !== undefined) throw this.#bad(`is damaged: ${complaintText(complaint, whole)}`, hints.again);
  }

  #bad(what: string, hint: string): MlsecError {
    return new MlsecError(exitCode.usage, `line ${this.#number} ${what}`, hint);
  }
}

function placeOf(value: { readonly [key: string]: unknown }): string {
  return [value['account'], value['region'], value['section']].join('\n');
}

/** One line as JSON, undefined where it is none. */
function parseLine(line: string): unknown {
  try {
    return plainJson(line);
  } catch {
    return undefined;
  }
}
