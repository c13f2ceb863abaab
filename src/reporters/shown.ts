import type { Finding } from '../core/finding.ts';
import type { Status } from '../core/status.ts';

/** The findings of the wanted statuses, in their order, without ever holding more than one. */
export function* withStatus(findings: Iterable<Finding>, statuses: ReadonlySet<Status>): Generator<Finding, void> {
  for (const finding of findings) {
    if (statuses.has(finding.status)) yield finding;
  }
}
