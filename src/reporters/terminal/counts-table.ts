import type { StatusCounts } from '../../core/report.ts';
import { columnsOf } from '../columns.ts';
import { padEnd, padStart } from './layout.ts';
import type { Page } from './page.ts';
import { grouped } from './words.ts';

const columns = [
  { field: 'fail', title: 'fail', paint: 'red' },
  { field: 'unknown', title: 'unknown', paint: 'magenta' },
  { field: 'pass', title: 'pass', paint: 'green' },
  { field: 'notApplicable', title: 'n/a', paint: 'dim' },
] as const;

/** Verdicts by name and status; the totals, if given, below. Nothing where there are no rows. */
export function* countsTable(
  page: Page,
  rows: readonly (readonly [name: string, counts: StatusCounts])[],
  total?: StatusCounts,
): Generator<string, void> {
  if (rows.length === 0) return;
  const all = [...rows, ...(total === undefined ? [] : [['total', total] as const])];
  const first = Math.max(...all.map(([name]) => columnsOf(name)));
  const widths = columns.map(({ field, title }) =>
    Math.max(columnsOf(title), ...all.map(([, counts]) => columnsOf(grouped(counts[field])))),
  );

  const heads = columns.map(({ title }, index) => padStart(title, widths[index] ?? 0));
  yield page.paint.dim([padEnd('', first), ...heads].join('   '));
  for (const [name, counts] of rows) yield row(page, name, counts, first, widths);
  if (total === undefined) return;
  yield page.paint.dim(page.glyphs.rule.repeat(first + widths.reduce((sum, width) => sum + width + 3, 0)));
  yield row(page, 'total', total, first, widths);
}

function row(page: Page, name: string, counts: StatusCounts, first: number, widths: readonly number[]): string {
  const cells = columns.map(({ field, paint }, index) => {
    const count = counts[field];
    const text = padStart(count === 0 ? page.glyphs.dot : grouped(count), widths[index] ?? 0);
    return count === 0 ? page.paint.dim(text) : page.paint[paint](text);
  });
  return [padEnd(name, first), ...cells].join('   ');
}
