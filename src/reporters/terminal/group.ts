import type { Status } from '../../core/status.ts';
import { columnsOf } from '../columns.ts';
import { flow, hanging } from './layout.ts';
import { badge, type Page } from './page.ts';
import type { Distinctions } from './resource-list.ts';
import type { CheckTally, Group } from './tally.ts';
import { variantLines } from './variants.ts';
import { counted, grouped, nounFor } from './words.ts';

/** What one check says with one status: how many, which, why, and what to do about it. */
export function* groupLines(page: Page, group: Group, tally: CheckTally, tells: Distinctions): Generator<string, void> {
  yield* heading(page, group, tally);
  yield* variantLines(page, group, { ...tells, kind: tally.types.size > 1 });
  yield '';
  yield* advice(page, group);
}

function* heading(page: Page, { check, status }: Group, tally: CheckTally): Generator<string, void> {
  const word = badge(page, status, check.severity);
  const first = word + ' '.repeat(Math.max(2, 10 - columnsOf(word)));
  yield* hanging(first, titleFor(status, page.safe(check.title)), page.prose, page.paint.bold);
  const facts = [countPhrase(tally, status), page.safe(check.id), page.safe(check.requirements.join(', '))].filter((fact) => fact !== '');
  yield* flow(' '.repeat(10), facts, ` ${page.glyphs.dot} `, page.prose, page.paint.dim);
}

const verbs = { fail: { one: 'fails', many: 'fail' }, pass: { one: 'passes', many: 'pass' } } as const;

/** `12 of 30 notebook instances fail, 1 unknown`. */
function countPhrase({ counts, hidden, types }: CheckTally, status: Status): string {
  const noun = nounFor(types);
  const count = counts[status];
  if (status === 'unknown') return `${counted(count, noun)} unknown`;
  if (status === 'not-applicable') return `does not apply to ${counted(count, noun)}`;
  const verb = verbs[status][count === 1 ? 'one' : 'many'];
  const unknown = counts.unknown - hidden;
  const total = counts.fail + counts.pass + unknown;
  const asides = (unknown === 0 ? '' : `, ${grouped(unknown)} unknown`) + (hidden === 0 ? '' : ', and not all could be listed');
  if (count < total || hidden > 0) return `${grouped(count)} of ${counted(total, noun)} ${verb}${asides}`;
  return count === 1 ? `the only ${noun} ${verb}` : `all ${counted(count, noun)} ${verb}`;
}

/** Titles name the bad state: a pass must not sound like one. */
function titleFor(status: Status, title: string): string {
  const titles = { fail: title, unknown: `${title}?`, pass: `Not so: ${title}`, 'not-applicable': title } as const satisfies Record<
    Status,
    string
  >;
  return titles[status];
}

/** What to do about a failure, in short; where to read the rest. */
function* advice(page: Page, { check, status }: Group): Generator<string, void> {
  const short = page.safe(firstParagraph(check.remediation), 800);
  if (status === 'fail' && short !== '') yield* hanging(`  ${page.paint.green('fix')}    `, short, page.prose);
  const [more, command] = [`  ${page.paint.dim('more')}`, `mlsec explain ${page.safe(check.id)}`];
  if (columnsOf(more) + 3 + columnsOf(command) <= page.width) yield `${more}   ${command}`;
  // To be copied: it is not torn where it fits below.
  else yield* [more, ...hanging('    ', command, page.width)];
}

/** The first paragraph of a Markdown text, on one line, with its links as words. */
function firstParagraph(markdown: string): string {
  const paragraph = markdown.trim().split(/\n\s*\n/, 1)[0] ?? '';
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ');
}
