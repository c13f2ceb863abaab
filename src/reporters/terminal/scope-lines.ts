import type { Report } from '../../core/report.ts';
import { flow, hanging } from './layout.ts';
import type { Page } from './page.ts';
import type { CheckTally } from './tally.ts';
import { counted, duration } from './words.ts';

const namesShown = 4;

/** What was looked at, with what, when, and which questions found nothing to ask about. */
export function* scopeLines(page: Page, { scope, tool, summary }: Report, checks: readonly CheckTally[]): Generator<string, void> {
  const { paint, glyphs, safe } = page;
  const took = duration(scope.startedAt, scope.completedAt);
  const parts = [
    `${counted(scope.accounts.length, 'account')} (${few(page, scope.accounts)})`,
    `${counted(scope.regions.length, 'Region')} (${few(page, scope.regions)})`,
    counted(scope.checks, 'check') + (scope.selection === null ? '' : ` (only ${few(page, scope.selection)})`),
    time(safe(scope.startedAt, 40)) + (took === undefined ? '' : `, ${took}`),
    `mlsec ${safe(tool.version, 40)}`,
  ];
  yield* flow('Scope  ', parts, ` ${glyphs.dot} `, page.prose, paint.dim);
  const seen = checks.reduce((sum, { counts }) => sum + totalOf(counts), 0);
  const idle = checks.filter(({ counts }) => totalOf(counts) === 0).map(({ check }) => check.id);
  // In a narrowed report a check without findings may well have had some.
  if (idle.length === 0 || seen < summary.fail + summary.pass + summary.unknown + summary.notApplicable) return;
  const text = `${counted(idle.length, 'check')} found nothing to judge: ${safe(idle.join(', '), 600)}`;
  yield* hanging('       ', text, page.prose, paint.dim);
}

function totalOf(counts: CheckTally['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function few({ safe, glyphs }: Page, names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => safe(name, 40));
  return shown.join(', ') + (names.length > namesShown ? `, ${glyphs.ellipsis}` : '');
}

/** `2026-11-23T10:00:00.000Z` → `2026-11-23 10:00:00 UTC`. */
function time(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
}
