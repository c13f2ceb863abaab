import { families } from '../../core/family.ts';
import type { StatusCounts, Summary } from '../../core/report.ts';
import { countsTable } from './counts-table.ts';
import type { Page } from './page.ts';

/** Verdicts by family and status; the totals below. */
export function* familyTable(page: Page, summary: Summary): Generator<string, void> {
  const rows = families.flatMap((family): [string, StatusCounts][] => {
    const counts = summary.byFamily[family];
    return counts === undefined ? [] : [[family, counts]];
  });
  if (rows.length === 0) return;
  yield* countsTable(page, rows, rows.length > 1 ? summary : undefined);
  yield '';
}
