import type { Finding } from '../core/finding.ts';
import { gapKey } from '../core/gap.ts';
import type { Report, ReportedGap } from '../core/report.ts';
import { Tally } from './tally.ts';

/**
 * Reports on parts of one estate as one, the same whatever their order: findings by check and then by place, as one audit would have put them.
 *
 * Verdicts stay as they are: what leads from one part into another was unknown to each of them, and is so still.
 *
 * @param reports at least one, all by the same version and with the same checks
 */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const [first] = reports;
  const order = new Map(first.checks.map(({ id }, index) => [id, index]));
  const families = new Map(first.checks.map(({ id, family }) => [id, family]));
  const findings = reports
    .flatMap((report) => [...report.findings])
    .sort((a, b) => (order.get(a.checkId) ?? 0) - (order.get(b.checkId) ?? 0) || byPlace(a, b));
  const tally = new Tally();
  for (const finding of findings) {
    const family = families.get(finding.checkId);
    if (family === undefined) throw new Error(`no check ${finding.checkId}`);
    tally.add(finding, family);
  }
  const scopes = reports.map(({ scope }) => scope);
  const parts = scopes.flatMap(({ plan }) => plan ?? []);
  const [part] = parts;
  return {
    ...first,
    scope: {
      ...first.scope,
      accounts: sorted(scopes.flatMap(({ accounts }) => accounts)),
      regions: sorted(scopes.flatMap(({ regions }) => regions)),
      startedAt: sorted(scopes.map(({ startedAt }) => startedAt))[0] ?? '',
      completedAt: sorted(scopes.map(({ completedAt }) => completedAt)).at(-1) ?? '',
      complete: scopes.every(({ complete }) => complete),
      ...(part === undefined ? {} : { plan: { id: part.id, units: sorted(parts.flatMap(({ units }) => units)), of: part.of } }),
    },
    findings,
    gaps: mergedGaps(reports.flatMap(({ gaps }) => gaps)),
    notes: reports.flatMap(({ notes }) => notes).sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
    summary: tally.summary(),
  };
}

function mergedGaps(gaps: readonly ReportedGap[]): readonly ReportedGap[] {
  const merged = new Map<string, ReportedGap>();
  for (const gap of gaps) {
    const key = [gapKey(gap), gap.code, gap.permission].join('\n');
    const there = merged.get(key);
    merged.set(key, there === undefined ? gap : { ...there, checks: sorted([...there.checks, ...gap.checks]) });
  }
  return [...merged].sort(([a], [b]) => compare(a, b)).map(([, gap]) => gap);
}

/** Within one account and Region a report has them in an order of its own, which a stable sort keeps. */
function byPlace({ resource: a }: Finding, { resource: b }: Finding): number {
  return compare(a.account, b.account) || compare(a.region, b.region);
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
