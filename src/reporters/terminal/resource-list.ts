import type { Resource } from '../../core/resource.ts';
import { columnsOf } from '../columns.ts';
import { fit, padEnd } from './layout.ts';
import type { Page } from './page.ts';
import type { Sample } from './sample.ts';
import { grouped, nounFor } from './words.ts';

/** What a name alone does not tell in this report. */
export interface Distinctions {
  readonly account: boolean;
  readonly region: boolean;
  readonly kind: boolean;
}

const gutter = '  ';
const narrowestName = 12;
/** Account ids have twelve digits, names of Regions at most fourteen letters; anything else is somebody's joke. */
const placeWidths = [12, 14] as const;
const kindWidths = { narrowest: 8, widest: 24 } as const;

/** The first resources of a sample, one a line, and how many more there are. */
export function* resourceList(page: Page, lead: string, sample: Sample, shown: number, tells: Distinctions): Generator<string, void> {
  const rows = sample.first.slice(0, shown);
  const width = page.width - columnsOf(lead);
  const asides = columnsFor(page, rows, width, tells);
  const taken = asides.reduce((sum, column) => sum + gutter.length + widest(column), 0);
  const names = rows.map(({ name }) => fit(page.safe(name), Math.max(narrowestName, width - taken), page.glyphs.ellipsis));

  for (const [index, name] of names.entries()) {
    const cells = asides.map((column) => padEnd(column[index] ?? '', widest(column)));
    const tail = cells
      .map((cell) => gutter + cell)
      .join('')
      .trimEnd();
    yield lead + (tail === '' ? name : padEnd(name, widest(names)) + page.paint.dim(tail));
  }
  const rest = sample.count - rows.length;
  if (rest > 0) yield ' '.repeat(columnsOf(lead)) + page.paint.dim(`${page.glyphs.ellipsis} and ${grouped(rest)} more`);
}

/** The columns behind the name: only those that tell something. The kind gives way before the place does. */
function columnsFor(page: Page, rows: readonly Resource[], width: number, tells: Distinctions): readonly (readonly string[])[] {
  const [accountWidth, regionWidth] = placeWidths;
  const cut = (text: string, most: number): string => fit(page.safe(text), most, page.glyphs.ellipsis);
  const places = [
    ...(tells.account ? [rows.map(({ account }) => cut(account, accountWidth))] : []),
    ...(tells.region ? [rows.map(({ region }) => cut(region, regionWidth))] : []),
  ];
  if (!tells.kind) return places;
  const left = places.reduce((room, column) => room - gutter.length - widest(column), width - narrowestName - gutter.length);
  const kindWidth = Math.min(kindWidths.widest, Math.max(kindWidths.narrowest, left));
  return [rows.map(({ type }) => cut(nounFor([type]), kindWidth)), ...places];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(columnsOf));
}
