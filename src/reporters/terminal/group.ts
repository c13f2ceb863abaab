import type { Evidence } from '../../core/evidence.ts';
import type { Status } from '../../core/status.ts';
import { evidenceText, stepText } from '../evidence-text.ts';
import { columnsOf, fitWords, flow, hanging } from './layout.ts';
import { badge, statusColor, type Page } from './page.ts';
import { resourceList, type Distinctions } from './resource-list.ts';
import { merged } from './sample.ts';
import type { CheckTally, Group, Variant } from './tally.ts';
import { counted, grouped, nounFor } from './words.ts';

/** Variants that are shown with all that proves them. */
const variantsShown = 3;
const resourcesShown = 5;
/** Where a check has only one thing to say, a list is not cut for the sake of a few. */
const resourcesShownAlone = 10;
const evidenceShown = 6;
const hopsShown = 12;

const labelWidth = 9;

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
  const titles = { fail: title, unknown: `${title}?`, pass: `Not so: ${title}`, 'not-applicable': title } as const satisfies Record<Status, string>;
  return titles[status];
}

/** The commonest reasons in full; the resources that fail for other reasons by name. */
export function* variantLines(page: Page, group: Group, tells: Distinctions): Generator<string, void> {
  const { variants, others, status } = group;
  const shown = variants.slice(0, variantsShown);
  const rest = merged([others, ...variants.slice(variantsShown).map(({ sample }) => sample)]);
  const most = variants.length === 1 && group.count <= resourcesShownAlone ? resourcesShownAlone : resourcesShown;
  for (const variant of shown) {
    yield '';
    yield* variantBody(page, variant, status, most, tells);
  }
  if (rest.count === 0) return;
  yield '';
  yield* hanging('  ', `${grouped(rest.count)} more, with other evidence`, page.prose);
  yield* resourceList(page, lead(page, status), rest, resourcesShown, tells);
}

function* variantBody(page: Page, { example, sample }: Variant, status: Status, shown: number, tells: Distinctions): Generator<string, void> {
  yield* hanging('  ', sentenceCase(page.safe(example.message, 600)), page.prose);
  yield* resourceList(page, lead(page, status), sample, shown, tells);
  yield* labelled(page, 'because', evidenceLines(example.evidence.slice(0, evidenceShown)), example.evidence.length);
  yield* labelled(page, 'path', example.path.slice(0, hopsShown).map(stepText), example.path.length, `${page.glyphs.arrow} `);
}

function lead(page: Page, status: Status): string {
  const { glyphs } = page;
  const marks = { fail: glyphs.bad, unknown: glyphs.unsure, pass: glyphs.good, 'not-applicable': glyphs.dot } as const satisfies Record<Status, string>;
  return `    ${statusColor(page, status)(marks[status])} `;
}

/** Where a source says several things in a row, it is named behind the last. */
function evidenceLines(evidence: readonly Evidence[]): readonly string[] {
  return evidence.map((entry, index) =>
    evidence[index + 1]?.source === entry.source ? evidenceText(entry) : `${evidenceText(entry)} (${entry.source})`,
  );
}

function* labelled(page: Page, label: string, texts: readonly string[], total: number, link = ''): Generator<string, void> {
  const rest = total - texts.length;
  const lines = rest > 0 ? [...texts, `${page.glyphs.ellipsis} and ${grouped(rest)} more`] : texts;
  for (const [index, line] of lines.entries()) {
    const start = `    ${page.paint.dim((index === 0 ? label : '').padEnd(labelWidth))}${index === 0 ? '' : link}`;
    const room = page.width - columnsOf(start);
    yield* hanging(start, fitWords(page.safe(line), room, page.glyphs.ellipsis), page.width);
  }
}

/** What to do about a failure, in short; where to read the rest. */
function* advice(page: Page, { check, status }: Group): Generator<string, void> {
  const short = page.safe(firstParagraph(check.remediation), 800);
  if (status === 'fail' && short !== '') yield* hanging(`  ${page.paint.green('fix')}    `, short, page.prose);
  yield `  ${page.paint.dim('more')}   mlsec explain ${page.safe(check.id)}`;
}

/** The first paragraph of a Markdown text, on one line, with its links as words. */
function firstParagraph(markdown: string): string {
  const paragraph = markdown.trim().split(/\n\s*\n/, 1)[0] ?? '';
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ');
}

function sentenceCase(text: string): string {
  // An identifier at the start stays as it is.
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
