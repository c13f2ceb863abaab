import type { Evidence } from '../../core/evidence.ts';
import type { PathStep } from '../../core/path-step.ts';
import type { Status } from '../../core/status.ts';
import { evidenceText, stepText } from '../evidence-text.ts';
import { columnsOf } from '../columns.ts';
import { fitWords, hanging } from './layout.ts';
import { statusColor, type Page } from './page.ts';
import { resourceList, type Distinctions } from './resource-list.ts';
import { merged } from './sample.ts';
import { reasonOf, type Group, type Variant } from './tally.ts';
import { grouped } from './words.ts';

/** Variants that are shown with all that proves them. */
const variantsShown = 3;
const resourcesShown = 5;
/** Where a check has only one thing to say, a list is not cut for the sake of a few. */
const resourcesShownAlone = 10;
const evidenceShown = 6;
const hopsShown = 12;

const labelWidth = 9;

/** The commonest reasons in full; the resources that have other reasons by name. */
export function* variantLines(page: Page, group: Group, tells: Distinctions): Generator<string, void> {
  const { variants, others, status } = group;
  const rest = merged([others, ...variants.slice(variantsShown).map(({ sample }) => sample)]);
  const most = variants.length === 1 && group.count <= resourcesShownAlone ? resourcesShownAlone : resourcesShown;
  let above: readonly PathStep[] = [];
  for (const variant of variants.slice(0, variantsShown)) {
    yield '';
    yield* subject(page, variant, status, most, tells);
    yield* proof(page, variant, above);
    above = variant.example.path;
  }
  if (rest.count === 0) return;
  yield '';
  yield* hanging('  ', `${grouped(rest.count)} more, for other reasons`, page.prose);
  yield* resourceList(page, `    ${mark(page, status)} `, rest, resourcesShown, tells);
}

/** What is so, and of which resources. One resource that the message names already is not listed again. */
function* subject(page: Page, { example, sample }: Variant, status: Status, shown: number, tells: Distinctions): Generator<string, void> {
  const { message, resource } = example;
  const text = page.safe(sample.finished === sample.count ? message : reasonOf(example), 600);
  if (sample.count === 1 && message.includes(resource.name) && !tells.account && !tells.region && !tells.kind) {
    yield* hanging(`  ${mark(page, status)} `, text, page.prose);
    return;
  }
  yield* hanging('  ', text, page.prose);
  yield* resourceList(page, `    ${mark(page, status)} `, sample, shown, tells);
}

/** @param above the path that was shown last */
function* proof(page: Page, { example, sameProof }: Variant, above: readonly PathStep[]): Generator<string, void> {
  const { evidence, path, resource } = example;
  const whose = sameProof ? [] : [`in the case of ${page.safe(resource.name, 80)}:`];
  const because = [...whose, ...evidenceLines(evidence.slice(0, evidenceShown))];
  yield* labelled(page, 'because', because, evidence.length - evidenceShown);
  if (path.length > 1 && JSON.stringify(path) === JSON.stringify(above)) yield* labelled(page, 'path', ['as above'], 0);
  else yield* labelled(page, 'path', path.slice(0, hopsShown).map(stepText), path.length - hopsShown, `${page.glyphs.arrow} `);
}

function mark(page: Page, status: Status): string {
  const { good, bad, unsure, dot } = page.glyphs;
  const marks = { fail: bad, unknown: unsure, pass: good, 'not-applicable': dot } as const satisfies Record<Status, string>;
  return statusColor(page, status)(marks[status]);
}

/** Where a source says several things in a row, it is named behind the last. */
function evidenceLines(evidence: readonly Evidence[]): readonly string[] {
  return evidence.map((entry, index) =>
    evidence[index + 1]?.source === entry.source ? evidenceText(entry) : `${evidenceText(entry)} (${entry.source})`,
  );
}

/** @param rest how many more there are than those that are given */
function* labelled(page: Page, label: string, texts: readonly string[], rest: number, link = ''): Generator<string, void> {
  const lines = rest > 0 ? [...texts, `${page.glyphs.ellipsis} and ${grouped(rest)} more`] : texts;
  for (const [index, line] of lines.entries()) {
    const start = `    ${page.paint.dim((index === 0 ? label : '').padEnd(labelWidth))}${index === 0 ? '' : link}`;
    const room = page.width - columnsOf(start);
    yield* hanging(start, fitWords(page.safe(line), room, page.glyphs.ellipsis), page.width);
  }
}
