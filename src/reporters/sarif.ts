import type { Finding } from '../core/finding.ts';
import { homepage } from '../core/project.ts';
import type { Report } from '../core/report.ts';
import type { Status } from '../core/status.ts';
import { safeJson } from './escape.ts';
import { jsonList } from './json-text.ts';
import type { RenderOptions } from './reporter.ts';
import { category } from './sarif/category.ts';
import { Quota, resultLimit, ruleLimit } from './sarif/limits.ts';
import { notificationDescriptors, notifications } from './sarif/notifications.ts';
import { result } from './sarif/result.ts';
import { rule } from './sarif/rule.ts';
import { survey } from './sarif/survey.ts';

/** GitHub opens an alert for every result, whatever its kind: only what really fails may be one, unless somebody asks for more. */
const fails: ReadonlySet<Status> = new Set(['fail']);

/**
 * SARIF 2.1.0 as GitHub code scanning takes it: one run, a location for every resource, stable fingerprints.
 *
 * The findings are walked twice: once to count, once to write, as far as there is room. None is kept.
 */
export default function* sarif(report: Report, options: RenderOptions): Generator<string, void> {
  const wanted = options.statuses ?? fails;
  const isResult = (finding: Finding): boolean => wanted.has(finding.status) && finding.suppressed === null;
  const { counts, unknowns } = survey(report.findings, isResult);
  const quota = new Quota(counts, resultLimit);
  const checks = report.checks.slice(0, ruleLimit);

  yield '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [\n    {\n';
  yield '      "tool": {\n        "driver": {\n';
  yield* fields(driver(report), '          ');
  yield '          "notifications": ';
  yield* jsonList(notificationDescriptors, '          ');
  yield ',\n          "rules": ';
  yield* jsonList(checks.map(rule), '          ');
  yield '\n        }\n      },\n';
  yield* fields({ automationDetails: { id: category(report) } }, '      ');
  yield '      "invocations": [\n        {\n';
  yield* fields(invocation(report), '          ');
  yield '          "toolExecutionNotifications": ';
  yield* jsonList(notifications(report, [...unknowns.values()], quota.left), '          ');
  yield '\n        }\n      ],\n';
  yield* fields({ columnKind: 'utf16CodeUnits', properties: { scope: report.scope, summary: report.summary } }, '      ');
  yield '      "results": ';
  yield* jsonList(results(report.findings, isResult, quota, indexOfRules(checks)), '      ');
  yield '\n    }\n  ]\n}\n';
}

function driver({ tool }: Report) {
  return {
    name: tool.name,
    fullName: `${tool.name} ${tool.version}`,
    semanticVersion: tool.version,
    informationUri: homepage,
  };
}

function invocation({ scope }: Report) {
  return { executionSuccessful: scope.complete, startTimeUtc: scope.startedAt, endTimeUtc: scope.completedAt };
}

function indexOfRules(checks: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(checks.map((check, index) => [check.id, index]));
}

function* results(
  findings: Iterable<Finding>,
  isResult: (finding: Finding) => boolean,
  quota: Quota,
  ruleIndex: ReadonlyMap<string, number>,
): Generator<object, void> {
  if (quota.isFull) return;
  for (const finding of findings) {
    if (isResult(finding) && quota.admit(finding)) yield result(finding, ruleIndex.get(finding.checkId));
    if (quota.isFull) return;
  }
}

/** Members of an object that others follow, one a line. */
function* fields(members: object, indent: string): Generator<string, void> {
  for (const [name, value] of Object.entries(members)) yield `${indent}"${name}": ${safeJson(value)},\n`;
}
