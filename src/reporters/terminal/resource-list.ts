import type { Resource } from '../../core/resource.ts';
import { columnsOf, fit, padEnd } from './layout.ts';
import type { Page } from './page.ts';
import type { Sample } from './sample.ts';
import { grouped, nounFor } from './words.ts';

/** What a name alone does not tell in this report. */
export interface Distinctions {
  readonly account: boolean;
  readonly region: boolean;
  readonly kind: boolean;
}

const widestKind = 24;
const gutter = '  ';

/** The first resources of a sample, one a line, and how many more there are. */
export function* resourceList(page: Page, lead: string, sample: Sample, shown: number, tells: Distinctions): Generator<string, void> {
  const rows = sample.first.slice(0, shown);
  const asides = rows.map((resource) => aside(page, resource, tells));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...asides.map((cells) => columnsOf(cells[column] ?? ''))));
  const taken = widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + gutter.length), 0);
  const room = Math.max(16, page.width - columnsOf(lead) - taken);
  const names = rows.map(({ name }) => fit(page.safe(name), room, page.glyphs.ellipsis));
  const nameWidth = Math.max(0, ...names.map(columnsOf));

  for (const [index, name] of names.entries()) {
    const cells = (asides[index] ?? []).map((cell, column) => padEnd(cell, widths[column] ?? 0)).filter((cell) => cell !== '');
    const tail = cells.length === 0 ? '' : page.paint.dim(gutter + cells.join(gutter).trimEnd());
    yield lead + (tail === '' ? name : padEnd(name, nameWidth) + tail);
  }
  const rest = sample.count - rows.length;
  if (rest > 0) yield ' '.repeat(columnsOf(lead)) + page.paint.dim(`${page.glyphs.ellipsis} and ${grouped(rest)} more`);
}

function aside(page: Page, { type, account, region }: Resource, tells: Distinctions): readonly string[] {
  return [
    tells.kind ? fit(page.safe(nounFor([type])), widestKind, page.glyphs.ellipsis) : '',
    tells.account ? page.safe(account, 16) : '',
    tells.region ? page.safe(region, 20) : '',
  ];
}
