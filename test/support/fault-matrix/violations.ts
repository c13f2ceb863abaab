import { exitCode } from '../../../src/core/exit-code.ts';
import type { Finding } from '../../../src/core/finding.ts';
import { MlsecError } from '../../../src/core/mlsec-error.ts';
import { reaches } from '../../../src/core/severity.ts';
import type { Status } from '../../../src/core/status.ts';
import { expectedOf, isCodeOf, ofTheSession, permissionFor, type Cell } from './cells.ts';
import { exitOf, runCell, type Audited, type CellEnd } from './run-cell.ts';
import { allChecks, judgeAll, type Undisturbed } from './undisturbed.ts';

const gone = 'gone between list and describe';

/**
 * Runs a cell, and says what came of it that must not.
 *
 * A call that hangs is given up by a timer of the system. Where the machine is too busy for a short one, a longer one decides.
 */
export async function violationsIn(cell: Cell, base: Undisturbed): Promise<readonly string[]> {
  const wrong = violations(await runCell(cell, base));
  if (wrong.length === 0 || !cell.kind.startsWith('hang')) return wrong;
  return violations(await runCell(cell, base, { readTimeoutMs: 5_000 }));
}

/** What a cell must not do and did, a sentence each; none where all is well. */
export function violations({ cell, struck, audited, error }: CellEnd): readonly string[] {
  if (!struck) return [`${cell.operation} is not called: the cell shows nothing`];
  const expected = expectedOf(cell);
  if (audited === undefined) {
    if (expected === 'none' && error instanceof MlsecError && error.exitCode === exitCode.noAudit) return [];
    return [`ended with ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  if (expected === 'none') return ['an audit, without an identity or without a list of Regions'];
  if (expected === 'same') return unlikeBefore(audited);
  // Whose a bucket is, S3 then does not say: what is not the account's own is not.
  if (expected === 'answered') return wrongVerdicts(audited).filter((wrong) => !/^default-bucket-unclaimed .* is fail$/.test(wrong));
  return [...wrongVerdicts(audited), ...wrongGaps(cell, audited), ...wrongExit(cell, audited)];
}

function unlikeBefore({ report, before }: Audited): readonly string[] {
  const changed = [...changedChecks(before, report.findings)];
  return [
    ...report.gaps.map((gap) => `a gap of ${gap.operation}, ${gap.code}, though nothing was lost`),
    ...changed.map((id) => `${id} has changed, though nothing was lost`),
  ];
}

/** The verdicts on each resource by each check. One on the account may stand beside another that says that there may be more. */
function statusesOf(findings: Iterable<Finding>): ReadonlyMap<string, { readonly finding: Finding; readonly statuses: readonly Status[] }> {
  const all = new Map<string, { finding: Finding; statuses: Status[] }>();
  for (const finding of findings) {
    const key = `${finding.checkId} ${finding.resource.region} ${finding.resource.arn}`;
    const entry = all.get(key) ?? { finding, statuses: [] };
    entry.statuses.push(finding.status);
    all.set(key, entry);
  }
  return all;
}

/** Checks on which something is not as it was. */
export function changedChecks(before: Iterable<Finding>, after: Iterable<Finding>): ReadonlySet<string> {
  const [then, now] = [statusesOf(before), statusesOf(after)];
  const changed = new Set<string>();
  for (const [key, { finding }] of [...then, ...now]) {
    if (String(then.get(key)?.statuses) !== String(now.get(key)?.statuses)) changed.add(finding.checkId);
  }
  return changed;
}

/** Each verdict is what it was, or unknown; where resources are gone, also what it is without them. What is not named any more leaves an unknown. */
function wrongVerdicts({ before, report, without }: Audited): readonly string[] {
  const [then, now, absent] = [statusesOf(before), statusesOf(report.findings), statusesOf(without ?? [])];
  const wrong: string[] = [];
  for (const [key, { finding, statuses }] of then) {
    if (now.has(key) || hasUnknownAccount(report.findings, finding)) continue;
    const isRight = without !== undefined && !absent.has(key);
    if (!isRight) wrong.push(`${key} was ${String(statuses)} and is no more, and nothing says so`);
  }
  for (const [key, { statuses }] of now) {
    const was = then.get(key)?.statuses;
    const right = new Set<Status>([...(was ?? []), ...(absent.get(key)?.statuses ?? []), 'unknown']);
    for (const status of statuses) if (!right.has(status)) wrong.push(`${key} was ${String(was ?? 'not there')} and is ${status}`);
  }
  return wrong;
}

function hasUnknownAccount(findings: Iterable<Finding>, { checkId, resource }: Finding): boolean {
  for (const finding of findings) {
    if (finding.checkId !== checkId || finding.status !== 'unknown' || finding.resource.type !== 'AWS::IAM::Account') continue;
    if (finding.resource.region === resource.region && finding.resource.account === resource.account) return true;
  }
  return false;
}

/** Gaps tell of the operation and its permission and of nothing else, and of every check that does not say what it said. */
function wrongGaps(cell: Cell, { before, report, inventory }: Audited): readonly string[] {
  const { operation, kind } = cell;
  const wrong: string[] = [];
  const ends = ofTheSession.has(kind);
  if (
    report.gaps.length === 0 &&
    !(kind === gone && inventory.sections.some(({ notes }) => notes.some(({ code }) => code === 'gone-during-scan')))
  ) {
    wrong.push('nothing says that a call went wrong');
  }
  for (const gap of report.gaps) {
    // Where the account's own buckets are not listed, S3 is asked of each, and may say nothing.
    if (operation === 's3:ListBuckets' && gap.operation === 's3:HeadBucket') continue;
    if (!ends && gap.operation !== operation) wrong.push(`a gap of ${gap.operation}`);
    if (gap.permission !== permissionFor(gap.operation)) wrong.push(`the permission for ${gap.operation} would be ${gap.permission}`);
    if (!isCodeOf(cell, gap.code)) wrong.push(`a gap of code ${gap.code}: ${gap.message}`);
  }
  if (kind === gone) return wrong;
  const changed = changedChecks(before, report.findings);
  const named = new Set(report.gaps.flatMap((gap) => gap.checks));
  for (const id of changed) if (!named.has(id)) wrong.push(`no gap names ${id}, which has changed`);
  return wrong;
}

/** Checks with a fail that counts for the exit code. */
function failing(findings: Iterable<Finding>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { checkId, status, severity } of findings) if (status === 'fail' && reaches(severity, 'high')) ids.add(checkId);
  return ids;
}

/** 1 as long as a fail that counts is left, and 3 where one could be hidden; never 0 where one was lost. */
function wrongExit({ kind }: Cell, { before, report, inventory, exit }: Audited): readonly string[] {
  const wrong: string[] = [];
  const now = failing(report.findings);
  if (now.size > 0 && exit !== exitCode.findings) wrong.push(`exit ${exit}, though something fails that counts`);
  if (kind === gone) return wrong;
  const counts = new Set(report.checks.filter(({ severity }) => reaches(severity, 'high')).map(({ id }) => id));
  const changed = [...changedChecks(before, report.findings)].some((id) => counts.has(id));
  if (now.size === 0 && changed && exit !== exitCode.incomplete) wrong.push(`exit ${exit}, though a verdict that counts is missing`);
  if (now.size === 0 && !changed && exit !== exitCode.clean && exit !== exitCode.incomplete) wrong.push(`exit ${exit} without a fail`);
  // Asked alone, a check that has lost all its fails does not come out clean.
  const lost = [...failing(before)].filter((id) => !now.has(id));
  if (lost.length > 0) {
    const alone = exitOf(
      judgeAll(
        inventory,
        allChecks.filter(({ id }) => lost.includes(id)),
      ),
    );
    if (alone !== exitCode.incomplete) wrong.push(`exit ${alone} for ${lost.join(', ')} alone, which failed before`);
  }
  return wrong;
}
