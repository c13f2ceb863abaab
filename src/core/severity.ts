/** How bad a failed check is, worst first. Fixed per check: a question with two severities is two checks. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

export type Severity = (typeof severities)[number];

/**
 * Is `severity` as bad as `threshold`, or worse?
 *
 * `none` is the threshold that nothing reaches.
 */
export function reaches(severity: Severity, threshold: Severity | 'none'): boolean {
  return threshold !== 'none' && severities.indexOf(severity) <= severities.indexOf(threshold);
}
