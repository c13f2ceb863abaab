import type { Report } from '../core/report.ts';
import { families } from '../core/family.ts';
import { severities } from '../core/severity.ts';
import { statuses } from '../core/status.ts';
import {
  complaintText,
  count,
  flag,
  isRecord,
  list,
  noteFields,
  nullable,
  oneOf,
  optional,
  planPart,
  present,
  record,
  text,
} from '../inventory/expectation.ts';
import { gapMembers } from '../inventory/row-expectation.ts';
import { usageError } from './usage-error.ts';

const reportVersion = 1;

const hint = 'a report is what `mlsec audit -f json` writes';

const counts = { fail: count, pass: count, unknown: count, notApplicable: count };

const reportFields = record({
  schemaVersion: present,
  tool: record({ name: text, version: text }),
  scope: record({
    accounts: list(text),
    regions: list(text),
    checks: count,
    selection: nullable(list(text)),
    startedAt: text,
    completedAt: text,
    complete: flag,
    plan: optional(planPart),
  }),
  checks: list(
    record({
      id: text,
      title: text,
      family: oneOf(families),
      severity: oneOf(severities),
      requirements: list(text),
      controls: list(text),
      description: text,
      remediation: text,
      references: list(text),
      helpUri: text,
    }),
  ),
  findings: list(
    record({
      checkId: text,
      status: oneOf(statuses),
      severity: oneOf(severities),
      message: text,
      requirements: list(text),
      controls: list(text),
      resource: record({ type: text, name: text, arn: text, account: text, region: text }),
      evidence: list(record({ source: text, path: text, value: present })),
      path: list(record({ kind: text, id: text, detail: text })),
      missing: list(text),
      fingerprint: text,
      run: optional(record({ template: text, finished: flag })),
    }),
  ),
  gaps: list(record({ ...gapMembers, count: optional(count), examples: optional(list(text)), checks: list(text) })),
  notes: list(noteFields),
  summary: record({
    ...counts,
    bySeverity: record(Object.fromEntries(severities.map((severity) => [severity, count]))),
    byFamily: record({}),
  }),
});

const familyCounts = record(counts);

/**
 * A saved JSON report as data again.
 *
 * @throws MlsecError usage, saying what is wrong with it
 */
export function parseReport(json: string): Report {
  const value = parseJson(json);
  if (!isRecord(value) || !isRecord(value['tool']) || value['tool']['name'] !== 'mlsec') throw usageError('not an mlsec report', hint);
  const version = value['schemaVersion'];
  if (version !== reportVersion) {
    const newer = typeof version === 'number' && version > reportVersion;
    const what = `has schema version ${JSON.stringify(version) ?? 'missing'}; this mlsec reads version ${reportVersion}`;
    throw usageError(what, newer ? `update mlsec: it was written by version ${String(value['tool']['version'])}` : hint);
  }
  const complaint = reportFields(value) ?? familyComplaint(value);
  if (complaint !== undefined) throw usageError(`damaged report: ${complaintText(complaint, 'it')}`, hint);
  const report = value as unknown as Report;
  const known = new Set(report.checks.map((check) => check.id));
  for (const { checkId } of report.findings) {
    if (!known.has(checkId)) throw usageError(`damaged report: a finding is of a check that it does not describe: ${checkId}`, hint);
  }
  return report;
}

/** Families come as keys, and not all of them. */
function familyComplaint(value: { readonly [key: string]: unknown }) {
  const { byFamily } = value['summary'] as { readonly byFamily: { readonly [family: string]: unknown } };
  for (const [family, tally] of Object.entries(byFamily)) {
    if (!families.some((known) => known === family)) return { path: `summary.byFamily.${family}`, expected: 'a family' };
    const complaint = familyCounts(tally);
    if (complaint !== undefined) return { ...complaint, path: `summary.byFamily.${family}.${complaint.path}` };
  }
  return undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw usageError('not JSON, or cut off', hint);
  }
}
