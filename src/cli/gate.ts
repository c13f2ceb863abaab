import { exitCode, type ExitCode } from '../core/exit-code.ts';
import { countOfReads, type Report, type ReportedGap } from '../core/report.ts';
import { reaches, severities, type Severity } from '../core/severity.ts';
import type { Signal } from './io.ts';

export interface GateOptions {
  readonly failOn: Severity | 'none';
  /** Failed reads that do not matter: all of them, or those of the named operations, in lower case. */
  readonly allowIncomplete: 'all' | ReadonlySet<string>;
  /** Do unknown verdicts that no read would settle count as incomplete? */
  readonly failOnUnknown: boolean;
}

/** How the scan itself went. */
export interface ScanEnd {
  /** The signal that stopped this run. */
  readonly signal: Signal | null;
  /** Did the collection end before its end, in this run or in the one that saved the inventory? */
  readonly interrupted: boolean;
}

export interface GateResult {
  readonly code: ExitCode;
  /** Why, in half a sentence. */
  readonly reason: string;
}

/**
 * What the whole audit comes to for a caller that only looks at the exit code.
 *
 * It sees every finding, whatever the output shows of them.
 */
export function gate(report: Report, options: GateOptions, end: ScanEnd): GateResult {
  const { failOn } = options;
  const failed = failedAt(report, failOn);
  const threshold = `at or above ${failOn}`;
  const open = openQuestions(report, options, end);

  if (end.signal !== null) {
    const code = end.signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;
    return { code, reason: `stopped by ${end.signal}; the report holds what was read before (${plural(report.summary.fail, 'finding')})` };
  }
  if (failed > 0) {
    return { code: exitCode.findings, reason: [`${plural(failed, 'finding')} ${threshold}`, ...open].join('; ') };
  }
  if (open.length > 0) {
    return { code: exitCode.incomplete, reason: `no finding ${threshold}, but the audit is incomplete: ${open.join('; ')}` };
  }
  return { code: exitCode.clean, reason: cleanReason(report, failOn) };
}

function failedAt(report: Report, failOn: Severity | 'none'): number {
  return severities.filter((severity) => reaches(severity, failOn)).reduce((sum, severity) => sum + report.summary.bySeverity[severity], 0);
}

/** What could hide a finding that the gate asks for. */
function openQuestions(report: Report, options: GateOptions, end: ScanEnd): readonly string[] {
  const { failOn, allowIncomplete } = options;
  if (failOn === 'none') return [];
  const open: string[] = [];
  const gaps = report.gaps.filter((gap) => matters(gap, report, failOn) && !isAllowed(gap, allowIncomplete));
  if (gaps.length > 0) open.push(`${plural(countOfReads(gaps), 'failed read')} could hide more (${operationsOf(gaps)})`);
  if (end.interrupted && gaps.length === 0 && allowIncomplete !== 'all') open.push('the collection was interrupted');
  const undecided = options.failOnUnknown ? undecidedAt(report, failOn) : 0;
  if (undecided > 0) open.push(`${plural(undecided, 'verdict')} could not be decided`);
  return open;
}

function matters(gap: ReportedGap, report: Report, failOn: Severity): boolean {
  return report.checks.some((check) => reaches(check.severity, failOn) && gap.checks.includes(check.id));
}

function isAllowed(gap: ReportedGap, allowed: GateOptions['allowIncomplete']): boolean {
  return allowed === 'all' || allowed.has(gap.operation.toLowerCase());
}

/** Unknown verdicts for another reason than a missing answer: a value this version does not know, a path it cannot follow. */
function undecidedAt(report: Report, failOn: Severity): number {
  let undecided = 0;
  for (const finding of report.findings) {
    if (finding.status === 'unknown' && finding.missing.length === 0 && reaches(finding.severity, failOn)) undecided += 1;
  }
  return undecided;
}

function operationsOf(gaps: readonly ReportedGap[]): string {
  const names = [...new Set(gaps.map((gap) => gap.operation))].sort();
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

function cleanReason(report: Report, failOn: Severity | 'none'): string {
  const { fail } = report.summary;
  if (failOn === 'none') return `${plural(fail, 'finding')}, none of which counts with --fail-on none`;
  return fail === 0 ? 'no findings' : `no finding at or above ${failOn} (${fail} below)`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
