import type { Finding } from '../../src/core/finding.ts';
import type { Report } from '../../src/core/report.ts';
import { mlsec, type Ended } from '../cli/support/spawn.ts';
import type { Loopback } from '../support/aws/loopback.ts';

/** A report as it comes out of JSON: its findings are an array. */
export type JsonReport = Omit<Report, 'findings'> & { readonly findings: readonly Finding[] };

/** Runs the built CLI against the loopback AWS, and reads the JSON it prints. */
export async function auditJson(
  aws: Loopback,
  args: readonly string[] = [],
): Promise<{ readonly report: JsonReport; readonly ended: Ended }> {
  const ended = await mlsec(['audit', '-f', 'json', '--since', '2026-08-25', ...args], { env: aws.environment() });
  if (ended.stdout === '') throw new Error(`no report; exit ${ended.exit}\n${ended.stderr}`);
  return { report: JSON.parse(ended.stdout) as JsonReport, ended };
}

/** The verdicts of a report, by check and resource. */
export function verdicts(report: JsonReport): ReadonlyMap<string, string> {
  return new Map(report.findings.map(({ checkId, resource, status }) => [`${checkId} ${resource.region} ${resource.arn}`, status]));
}
