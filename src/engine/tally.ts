import type { Family } from '../core/family.ts';
import type { Finding } from '../core/finding.ts';
import type { StatusCounts, Summary } from '../core/report.ts';
import { severities, type Severity } from '../core/severity.ts';
import type { Status } from '../core/status.ts';

const fieldOf = {
  fail: 'fail',
  pass: 'pass',
  unknown: 'unknown',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Status, keyof StatusCounts>;

/** Counts findings as they pass by. */
export class Tally {
  readonly #total = zero();
  readonly #bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  readonly #byFamily: Partial<Record<Family, ReturnType<typeof zero>>> = {};

  add(finding: Finding, family: Family): void {
    const field = fieldOf[finding.status];
    this.#total[field] += 1;
    (this.#byFamily[family] ??= zero())[field] += 1;
    if (finding.status === 'fail') this.#bySeverity[finding.severity] += 1;
  }

  summary(): Summary {
    return { ...this.#total, bySeverity: { ...this.#bySeverity }, byFamily: { ...this.#byFamily } };
  }
}

function zero() {
  return { fail: 0, pass: 0, unknown: 0, notApplicable: 0 };
}
