import type { Note } from '../../core/note.ts';
import type { Report } from '../../core/report.ts';
import { gapGroups, type GapGroup } from './gap-groups.ts';
import { hanging } from './layout.ts';
import type { Page } from './page.ts';
import type { Distinctions } from './resource-list.ts';
import type { Group } from './tally.ts';
import { variantLines } from './variants.ts';
import { counted, grouped } from './words.ts';

const groupsShown = 20;
const notesShown = 10;

/** What the audit could not see. It stands as large as what failed, for it may hide as much. */
export function* notSeen(page: Page, report: Report, undecided: readonly Group[], tells: Distinctions): Generator<string, void> {
  const { gaps, notes, scope, summary } = report;
  const blind = gaps.length > 0 || summary.unknown > 0 || !scope.complete;
  if (!blind && notes.length === 0) return;
  if (blind) yield* opening(page, report);
  yield* failedReads(page, gapGroups(gaps));
  for (const group of undecided) yield* undecidedLines(page, group, tells);
  yield* noteLines(page, notes, tells);
  yield '';
}

function* opening(page: Page, { summary, gaps, scope }: Report): Generator<string, void> {
  const { paint } = page;
  const unknown =
    summary.unknown === 0 ? 'no verdict depends on it' : `${counted(summary.unknown, 'verdict')} unknown: neither passed nor failed`;
  const heading = gaps.length > 0 || !scope.complete ? 'NOT SEEN' : 'UNKNOWN ';
  yield* hanging(`${paint.bold.magenta(heading)}  `, unknown, page.prose, paint.bold);
  if (gaps.length === 0 && !scope.complete) {
    yield* hanging('  ', 'The scan ended before everything was read; what is missing here was not looked at.', page.prose);
  }
}

function* failedReads(page: Page, groups: readonly GapGroup[]): Generator<string, void> {
  for (const group of groups.slice(0, groupsShown)) yield* failedRead(page, group);
  const rest = groups.length - groupsShown;
  if (rest > 0) yield* ['', `  ${page.glyphs.ellipsis} and ${grouped(rest)} more kinds of failed reads`];
}

function* failedRead(page: Page, group: GapGroup): Generator<string, void> {
  const { paint, glyphs, safe } = page;
  yield '';
  yield* hanging(`  ${paint.magenta(glyphs.bad)} `, `${safe(group.operation)}: ${safe(group.code)}, ${extent(page, group)}`, page.prose);
  const effect = group.checks.length === 0 ? 'nothing: no verdict depends on it' : safe(group.checks.join(', '), 600);
  yield* hanging(`    ${paint.dim('unknown')}  `, effect, page.prose);
  if (isRefusal(group.code)) yield* hanging(`    ${paint.green('grant')}    `, safe(group.permission), page.prose);
  if (group.message !== '') yield* hanging(`    ${paint.dim('reason')}   `, safe(group.message), page.prose, paint.dim);
}

/** How much was asked in vain: `for 12 resources: a, b, c …`, or in how many places. */
function extent({ safe, glyphs }: Page, { count, resourceCount, resources, places }: GapGroup): string {
  if (resourceCount > 0) {
    const more = resourceCount > resources.length ? ` ${glyphs.ellipsis}` : '';
    return `for ${counted(resourceCount, 'resource')}: ${resources.map((name) => safe(name, 64)).join(', ')}${more}`;
  }
  const [place = ''] = places;
  return places.size === 1 ? `in ${safe(place)}` : `${counted(count, 'call')} in ${grouped(places.size)} accounts and Regions`;
}

/** Does the code say that a permission is missing, and not that a call went wrong? */
function isRefusal(code: string): boolean {
  return /denied|unauthorized|notauthorized|forbidden/i.test(code);
}

function* undecidedLines(page: Page, group: Group, tells: Distinctions): Generator<string, void> {
  const { paint, glyphs, safe } = page;
  yield '';
  const text = `${safe(group.check.id)}: ${counted(group.count, 'verdict')} unknown, though AWS answered`;
  yield* hanging(`  ${paint.magenta(glyphs.unsure)} `, text, page.prose);
  const indent = '  ';
  const inner = { ...page, width: page.width - indent.length, prose: page.prose - indent.length };
  for (const line of variantLines(inner, group, tells)) {
    if (line !== '') yield indent + line;
  }
}

function* noteLines(page: Page, notes: readonly Note[], tells: Distinctions): Generator<string, void> {
  if (notes.length > 0) yield '';
  for (const note of notes.slice(0, notesShown)) {
    const place = [...(tells.account ? [note.account] : []), ...(tells.region ? [note.region] : [])].join(' ');
    const text = page.safe(note.message) + (place === '' ? '' : ` (${page.safe(place)})`);
    yield* hanging(`  ${page.paint.cyan(page.glyphs.aside)} `, text, page.prose);
  }
  const rest = notes.length - notesShown;
  if (rest > 0) yield `    ${page.glyphs.ellipsis} and ${counted(rest, 'more note')}`;
}
