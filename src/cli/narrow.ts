import type { Report } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';

/** The same report, showing only findings of these severities. Its totals stay those of the whole audit. */
export function narrowed(report: Report, severities: ReadonlySet<Severity> | undefined): Report {
  if (severities === undefined) return report;
  return {
    ...report,
    findings: {
      *[Symbol.iterator]() {
        for (const finding of report.findings) {
          if (severities.has(finding.severity)) yield finding;
        }
      },
    },
  };
}
