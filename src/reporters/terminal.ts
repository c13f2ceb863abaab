import type { Report } from '../core/report.ts';
import type { Status } from '../core/status.ts';
import { guardLine } from './escape.ts';
import type { RenderOptions } from './reporter.ts';
import { familyTable } from './terminal/family-table.ts';
import { groupLines } from './terminal/group.ts';
import { hanging } from './terminal/layout.ts';
import { notSeen } from './terminal/not-seen.ts';
import { pageFor, type Page } from './terminal/page.ts';
import type { Distinctions } from './terminal/resource-list.ts';
import { placeTable } from './terminal/place-table.ts';
import { scopeLines } from './terminal/scope-lines.ts';
import { tally, type Tally } from './terminal/tally.ts';
import { verdict } from './terminal/verdict.ts';
import { counted } from './terminal/words.ts';

const fails: ReadonlySet<Status> = new Set(['fail']);

/**
 * The report for people: the verdict, what failed (worst first, by check), what was not seen, and the numbers.
 *
 * Holds counts and the first few findings of each kind, never all of them.
 */
export default function* terminal(report: Report, options: RenderOptions): Generator<string, void> {
  const page = pageFor(options);
  for (const line of lines(page, report, options.statuses ?? fails)) yield `${guardLine(line)}\n`;
}

function* lines(page: Page, report: Report, wanted: ReadonlySet<Status>): Generator<string, void> {
  const counts = tally(report.checks, report.findings, wanted);
  const byCheck = new Map(counts.checks.map((entry) => [entry.check.id, entry]));
  const tells: Distinctions = { account: report.scope.accounts.length > 1, region: report.scope.regions.length > 1, kind: false };

  yield* verdict(page, report);
  yield* leftOut(page, report, counts, wanted);
  yield '';
  for (const group of counts.groups) {
    const entry = byCheck.get(group.check.id);
    if (entry === undefined) continue;
    yield* groupLines(page, group, entry, tells);
    yield '';
  }
  yield* notSeen(page, report, counts.undecided, tells);
  if (report.scope.accounts.length > 1) yield* placeTable(page, counts.places);
  yield* familyTable(page, report.summary);
  yield* scopeLines(page, report, counts.checks);
}

/** The verdict counts the whole run; say so where less is shown. */
function* leftOut(page: Page, { summary }: Report, counts: Tally, wanted: ReadonlySet<Status>): Generator<string, void> {
  const hidden = summary.fail - counts.failuresShown;
  if (hidden <= 0) return;
  const text = wanted.has('fail')
    ? `${counted(hidden, 'finding')} left out of this report, as asked.`
    : 'Failures are left out of this report, as asked.';
  yield* hanging('  ', text, page.prose);
}
