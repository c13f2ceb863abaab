import type { Family } from './family.ts';
import type { Finding } from './finding.ts';
import type { Gap } from './gap.ts';
import type { Note } from './note.ts';
import type { PlanPart } from './plan-part.ts';
import type { Severity } from './severity.ts';

/** A check as a report describes it. */
export interface ReportedCheck {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
  readonly description: string;
  readonly remediation: string;
  readonly references: readonly string[];
  readonly helpUri: string;
}

/**
 * A gap, with the checks whose verdicts it made unknown. Empty when something else answered, or nobody asked.
 *
 * Reads that failed alike in one account and Region are one gap: its `resource` is null then, and its message that of the first.
 */
export interface ReportedGap extends Gap {
  /** How many reads failed so, where it is more than one. */
  readonly count?: number;
  /** The ARNs of the first few that were asked about, where it is more than one. */
  readonly examples?: readonly string[];
  readonly checks: readonly string[];
}

export interface StatusCounts {
  readonly fail: number;
  readonly pass: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

export interface Summary extends StatusCounts {
  /** Failed findings per severity. */
  readonly bySeverity: { readonly [K in Severity]: number };
  readonly byFamily: { readonly [K in Family]?: StatusCounts };
}

export interface ReportScope {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** How many checks ran. */
  readonly checks: number;
  /** The checks and families to which the run was narrowed, sorted; null for a run of all checks. */
  readonly selection: readonly string[] | null;
  readonly startedAt: string;
  readonly completedAt: string;
  /** False when anything that was asked for could not be read, or the scan was interrupted. */
  readonly complete: boolean;
  /** Where a plan was audited, which part of it. */
  readonly plan?: PlanPart;
}

/** Everything that an audit found: plain data, and the JSON format itself. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'mlsec'; readonly version: string };
  readonly scope: ReportScope;
  readonly checks: readonly ReportedCheck[];
  /** Can be iterated again and again, in the same order; need not be an array. */
  readonly findings: Iterable<Finding>;
  readonly gaps: readonly ReportedGap[];
  readonly notes: readonly Note[];
  readonly summary: Summary;
}

/** How many reads failed, of which those that failed alike are one gap. */
export function countOfReads(gaps: readonly Pick<ReportedGap, 'count'>[]): number {
  return gaps.reduce((sum, { count = 1 }) => sum + count, 0);
}
