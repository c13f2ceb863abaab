import type { Note } from '../../core/note.ts';
import type { Report, ReportedGap } from '../../core/report.ts';
import { notificationLimit, type Left } from './limits.ts';
import { messageText } from './markdown.ts';
import type { UnknownVerdicts } from './survey.ts';

/** What a run has to say about itself. The descriptors are rules of their own kind: viewers group by them. */
const kinds = {
  'results-left-out': 'Findings that did not fit into the file',
  'not-evaluated': 'Verdicts that are unknown',
  'failed-read': 'An answer that AWS did not give',
  'older-jobs-left-out': 'Jobs that were older than was asked for',
  'gone-during-scan': 'Resources that vanished during the scan',
  'account-left-out': 'Accounts that are closed or suspended',
  'described-one-by-one': 'Resources that took a call each',
  'notifications-left-out': 'Notifications that did not fit into the file',
} as const;

type Kind = keyof typeof kinds;

const meanings = {
  'results-left-out': 'GitHub takes at most 25,000 results. The worst are in the file; the JSON report holds all of them.',
  'not-evaluated': 'An unknown verdict is neither a pass nor a fail: an answer is missing, or was not understood.',
  'failed-read': 'A call was refused or failed. The verdicts that depend on it are unknown, not passed.',
  'older-jobs-left-out': 'Only jobs of a limited time were judged. A longer time can be asked for.',
  'gone-during-scan': 'They were listed and could not be described any more, for they were deleted in between.',
  'account-left-out': 'The organization lists them, and says that nobody can enter them.',
  'described-one-by-one':
    'Search would have told of a hundred with one call, but was refused or failed. Nothing is missing; it took longer.',
  'notifications-left-out': 'Only the first notifications are in the file; the JSON report holds all of them.',
} as const satisfies Record<Kind, string>;

const kindNames = Object.keys(kinds) as readonly Kind[];

export const notificationDescriptors = kindNames.map((id) => ({
  id,
  name: id.replace(/(?:^|-)([a-z])/g, (_, first: string) => first.toUpperCase()),
  shortDescription: { text: kinds[id] },
  fullDescription: { text: meanings[id] },
  help: { text: meanings[id] },
}));

/** Gaps, unknown verdicts, notes and cuts as notifications, what matters most first, at most a thousand and one. */
export function notifications(report: Report, unknowns: readonly UnknownVerdicts[], left: readonly Left[]): readonly object[] {
  const all = [
    ...(left.length === 0 ? [] : [leftOut(left)]),
    ...unknowns.map(notEvaluated),
    ...[...report.gaps].sort(decidingFirst).slice(0, notificationLimit).map(failedRead),
    ...report.notes.slice(0, notificationLimit).map(noted),
  ];
  const total = (left.length === 0 ? 0 : 1) + unknowns.length + report.gaps.length + report.notes.length;
  if (total <= notificationLimit) return all;
  const shown = all.slice(0, notificationLimit);
  const text = `${total - shown.length} more notifications are not in this file.`;
  return [...shown, notification('notifications-left-out', 'warning', text, {})];
}

function decidingFirst(a: ReportedGap, b: ReportedGap): number {
  return Number(a.checks.length === 0) - Number(b.checks.length === 0);
}

function leftOut(left: readonly Left[]): object {
  const total = left.reduce((sum, { count }) => sum + count, 0);
  const list = left.map(({ status, severity, count }) => `${count} ${severity} (${status})`).join(', ');
  return notification('results-left-out', 'warning', `${total} results are not in this file: ${list}.`, { leftOut: left });
}

function notEvaluated({ checkId, count, reason, example }: UnknownVerdicts): object {
  const subject = count === 1 ? '1 resource was' : `${count} resources were`;
  const text = `${checkId}: ${subject} not evaluated, such as ${messageText(example)}: ${messageText(reason)}`;
  return notification('not-evaluated', 'warning', text, { checkId, count });
}

function failedRead(gap: ReportedGap): object {
  const { operation, code, permission, account, region, resource, count, examples = [], checks } = gap;
  const times = count === undefined ? '' : ` ${count} times${examples[0] === undefined ? '' : `, such as for ${examples[0]}`}`;
  const where = resource === null ? `in ${account} ${region}${times}` : `for ${resource}`;
  const effect = checks.length === 0 ? 'no verdict depends on it' : `unknown because of it: ${checks.join(', ')}`;
  const text = `${messageText(`${operation} failed with ${code} ${where}`)}; ${messageText(effect)}.`;
  const several = count === undefined ? {} : { count, examples };
  const properties = { operation, code, permission, account, region, resource, ...several, checks, message: gap.message };
  return notification('failed-read', 'warning', text, properties);
}

function noted({ code, account, region, section, count, message }: Note): object {
  return notification(code, 'note', messageText(message), { account, region, section, count });
}

function notification(kind: Kind, level: 'warning' | 'note', text: string, properties: object): object {
  return { descriptor: { id: kind, index: kindNames.indexOf(kind) }, level, message: { text }, properties };
}
