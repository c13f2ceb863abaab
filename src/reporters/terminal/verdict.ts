import { countOfReads, type Report } from '../../core/report.ts';
import { severities } from '../../core/severity.ts';
import { hanging } from './layout.ts';
import type { Page } from './page.ts';
import { counted, grouped } from './words.ts';

/** The first line: how bad, and how complete. Nothing but a complete and clean audit may sound like one. */
export function* verdict(page: Page, report: Report): Generator<string, void> {
  const { fail, pass, notApplicable } = report.summary;
  const { paint, glyphs } = page;
  const blind = blindness(report);
  // AWS may answer everything and still leave a question open.
  const seen = report.gaps.length > 0 || !report.scope.complete ? 'seen' : 'settled';
  if (fail > 0) {
    const end = blind === undefined ? 'Everything was seen.' : `Not everything was ${seen}: ${blind}.`;
    yield* hanging(`${paint.bold.red(glyphs.bad)} `, `${counted(fail, 'finding')}: ${bySeverity(report)}. ${end}`, page.prose, paint.bold);
  } else if (blind !== undefined) {
    const text = `No failure in what was ${seen}, but this is no all-clear: ${blind}.`;
    yield* hanging(`${paint.bold.magenta(glyphs.unsure)} `, text, page.prose, paint.bold);
  } else if (pass === 0) {
    yield* hanging(`${paint.bold.yellow(glyphs.unsure)} `, nothingJudged(report, notApplicable), page.prose, paint.bold);
  } else {
    const rest = notApplicable === 0 ? '' : `, ${grouped(notApplicable)} not applicable`;
    const text = `Nothing failed: ${counted(pass, 'verdict')} passed${rest}, and everything was seen.`;
    yield* hanging(`${paint.bold.green(glyphs.good)} `, text, page.prose, paint.bold.green);
  }
}

/** No resource of the kinds that were asked about: as often a wrong Region as a clean account. */
function nothingJudged({ scope }: Report, notApplicable: number): string {
  const place = `${counted(scope.accounts.length, 'account')} and ${counted(scope.regions.length, 'Region')}`;
  return notApplicable === 0
    ? `Nothing to judge: no resource that the checks ask about in ${place}.`
    : `Nothing to judge: no check applies to what there is in ${place}.`;
}

function bySeverity({ summary }: Report): string {
  return severities
    .filter((severity) => summary.bySeverity[severity] > 0)
    .map((severity) => `${grouped(summary.bySeverity[severity])} ${severity}`)
    .join(', ');
}

/** Why the audit is not the whole truth; undefined when it is. */
function blindness({ scope, summary, gaps }: Report): string | undefined {
  const reasons = [
    ...(summary.unknown > 0 ? [`${counted(summary.unknown, 'verdict')} ${summary.unknown === 1 ? 'is' : 'are'} unknown`] : []),
    ...(gaps.length > 0 ? [`${counted(countOfReads(gaps), 'read')} failed`] : []),
  ];
  if (reasons.length > 0) return reasons.join(', ');
  return scope.complete ? undefined : 'the scan ended early';
}
