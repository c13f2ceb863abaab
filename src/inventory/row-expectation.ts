import { flag, isRecord, nullable, record, text, type Expectation } from './expectation.ts';
import { sectionCatalogue, type SectionName } from './sections.ts';

/** What every gap holds, in an inventory and in a report. */
export const gapMembers = {
  operation: text,
  code: text,
  message: text,
  permission: text,
  account: text,
  region: text,
  resource: nullable(text),
};

export const gapFields = record(gapMembers);

const plainRow = record({});
const describedRow = record({ summary: plainRow, detail: record({ known: flag }) });
const knownDetail = record({ detail: record({ value: plainRow }) });
const missingDetail = record({ detail: record({ gap: gapFields }) });

/** What a row of a section has to be, wherever it was read from. */
export function rowOf(section: SectionName): Expectation {
  if (!sectionCatalogue[section].described) return plainRow;
  return (row) => describedRow(row) ?? (isKnown(row) ? knownDetail : missingDetail)(row);
}

function isKnown(row: unknown): boolean {
  const detail = isRecord(row) ? row['detail'] : undefined;
  return isRecord(detail) && detail['known'] === true;
}
