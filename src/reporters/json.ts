import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Report, ReportedCheck, ReportedGap, ReportScope } from '../core/report.ts';
import { statuses as allStatuses } from '../core/status.ts';
import { safeJson } from './escape.ts';
import { jsonList } from './json-text.ts';
import type { RenderOptions } from './reporter.ts';
import { withStatus } from './shown.ts';

/**
 * The report as JSON: what `schema/report.schema.json` describes, one finding a line.
 *
 * Every object is written field by field. What an object holds beyond its type stays out, so that a change inside is never by accident a
 * change of the format.
 */
export default function* json(report: Report, options: RenderOptions): Generator<string, void> {
  const wanted = options.statuses ?? new Set(allStatuses);
  yield `{\n  "schemaVersion": ${report.schemaVersion},\n`;
  yield `  "tool": ${safeJson({ name: report.tool.name, version: report.tool.version })},\n`;
  yield `  "scope": ${safeJson(scopeFields(report.scope))},\n`;
  yield* field('checks', map(report.checks, checkFields));
  yield* field('findings', map(withStatus(report.findings, wanted), findingFields));
  yield* field('gaps', map(report.gaps, gapFields));
  yield* field('notes', map(report.notes, noteFields));
  yield `  "summary": ${safeJson(report.summary)}\n}\n`;
}

function* field(name: string, items: Iterable<unknown>): Generator<string, void> {
  yield `  "${name}": `;
  yield* jsonList(items, '  ');
  yield ',\n';
}

function* map<T>(items: Iterable<T>, project: (item: T) => unknown): Generator<unknown, void> {
  for (const item of items) yield project(item);
}

function scopeFields({ accounts, regions, checks, selection, startedAt, completedAt, complete, plan }: ReportScope): ReportScope {
  const part = plan === undefined ? {} : { plan: { id: plan.id, units: plan.units, of: plan.of } };
  return { accounts, regions, checks, selection, startedAt, completedAt, complete, ...part };
}

function checkFields(check: ReportedCheck): ReportedCheck {
  const { id, title, family, severity, requirements, controls, description, remediation, references, helpUri } = check;
  return { id, title, family, severity, requirements, controls, description, remediation, references, helpUri };
}

function findingFields(finding: Finding): Finding {
  const { checkId, status, severity, message, requirements, controls, missing, fingerprint, run, suppressed } = finding;
  const { type, name, arn, account, region } = finding.resource;
  return {
    checkId,
    status,
    severity,
    message,
    requirements,
    controls,
    resource: { type, name, arn, account, region },
    evidence: finding.evidence.map(({ source, path, value }) => ({ source, path, value })),
    path: finding.path.map(({ kind, id, detail }) => ({ kind, id, detail })),
    missing,
    fingerprint,
    ...(run === undefined ? {} : { run: { template: run.template, finished: run.finished } }),
    suppressed,
  };
}

function gapFields(gap: ReportedGap): ReportedGap {
  const { operation, code, message, permission, account, region, resource, count, examples, checks } = gap;
  const several = count === undefined ? {} : { count, examples: examples ?? [] };
  return { operation, code, message, permission, account, region, resource, ...several, checks };
}

function noteFields({ code, account, region, section, count, message }: Note): Note {
  return { code, account, region, section, count, message };
}
