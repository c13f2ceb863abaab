import type { Resource } from '../../core/resource.ts';
import { columnsOf } from '../columns.ts';
import { fit, hanging, padEnd } from './layout.ts';
import type { Page } from './page.ts';
import { byRuns, type Sample, type TemplateRuns } from './sample.ts';
import { counted, grouped, nounFor } from './words.ts';

/** What a name alone does not tell in this report. */
export interface Distinctions {
  readonly account: boolean;
  readonly region: boolean;
  readonly kind: boolean;
}

/** One line: a resource by its name, or the jobs of a template. */
interface Row {
  readonly label: string;
  readonly resource: Resource;
  /** How many jobs it stands for, and which of them are history; empty for what is no job. */
  readonly runs: string;
  readonly count: number;
  /** What several jobs were made from. */
  readonly template?: string;
}

const gutter = '  ';
const narrowestName = 12;
/** Account ids have twelve digits, names of Regions at most fourteen letters; anything else is somebody's joke. */
const placeWidths = [12, 14] as const;
const kindWidths = { narrowest: 8, widest: 24 } as const;
const narrowestRuns = 12;

/** The first resources of a sample, one a line, and how many more there are. Jobs of one template share a line. */
export function* resourceList(page: Page, lead: string, sample: Sample, shown: number, tells: Distinctions): Generator<string, void> {
  const rows = rowsOf(sample).slice(0, shown);
  const width = page.width - columnsOf(lead);
  const asides = columnsFor(page, rows, width, tells);
  const taken = asides.reduce((sum, column) => sum + gutter.length + widest(column), 0);
  const names = rows.map(({ label }) => fit(page.safe(label), Math.max(narrowestName, width - taken), page.glyphs.ellipsis));

  for (const [index, name] of names.entries()) {
    const cells = asides.map((column) => padEnd(column[index] ?? '', widest(column)));
    const tail = cells
      .map((cell) => gutter + cell)
      .join('')
      .trimEnd();
    yield lead + (tail === '' ? name : padEnd(name, widest(names)) + page.paint.dim(tail));
    const template = rows[index]?.template ?? '';
    if (template !== '') yield* hanging(`${' '.repeat(columnsOf(lead))}  `, `from ${page.safe(template, 300)}`, page.width, page.paint.dim);
  }
  const rest = sample.count - rows.reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) yield ' '.repeat(columnsOf(lead)) + page.paint.dim(`${page.glyphs.ellipsis} and ${grouped(rest)} more`);
}

/** What runs or may run before what is history, and of that what ran most often. */
function rowsOf({ first, templates }: Sample): readonly Row[] {
  const ofTemplates = [...templates.values()].sort(byRuns);
  const plain = first.map((resource) => ({ label: resource.name, resource, runs: '', count: 1 }));
  const [now, history] = [ofTemplates.filter(({ running }) => running > 0), ofTemplates.filter(({ running }) => running === 0)];
  return [...now.map(templateRow), ...plain, ...history.map(templateRow)];
}

/** A template of which there is one job goes by the job's name. */
function templateRow({ template, finished, running, example }: TemplateRuns): Row {
  const count = finished + running;
  if (count === 1) return { label: example.name, resource: example, runs: running === 1 ? 'running' : 'finished', count };
  const parts = [...(running > 0 ? [`${grouped(running)} running`] : []), ...(finished > 0 ? [`${grouped(finished)} finished`] : [])];
  return { label: counted(count, 'job'), resource: example, runs: parts.join(', '), count, template };
}

/** The columns behind the name: only those that tell something. The kind gives way before the place does, and leaves where nothing is left for it. */
function columnsFor(page: Page, rows: readonly Row[], width: number, tells: Distinctions): readonly (readonly string[])[] {
  const [accountWidth, regionWidth] = placeWidths;
  const cut = (texts: readonly string[], most: number): readonly string[] =>
    texts.map((text) => fit(page.safe(text), most, page.glyphs.ellipsis));
  const narrowest = Math.min(narrowestName, widest(rows.map(({ label }) => page.safe(label))));
  const left = (columns: readonly (readonly string[])[]): number =>
    columns.reduce((room, column) => room - gutter.length - widest(column), width - narrowest - gutter.length);
  const resources = rows.map(({ resource }) => resource);
  const where = [
    ...(tells.account
      ? [
          cut(
            resources.map(({ account }) => account),
            accountWidth,
          ),
        ]
      : []),
    ...(tells.region
      ? [
          cut(
            resources.map(({ region }) => region),
            regionWidth,
          ),
        ]
      : []),
  ];
  const runs = rows.some((row) => row.runs !== '')
    ? [
        cut(
          rows.map((row) => row.runs),
          Math.max(narrowestRuns, left(where)),
        ),
      ]
    : [];
  const places = [...runs, ...where];
  const kindWidth = Math.min(kindWidths.widest, left(places));
  if (!tells.kind || kindWidth < kindWidths.narrowest) return places;
  return [
    cut(
      resources.map(({ type }) => nounFor([type])),
      kindWidth,
    ),
    ...places,
  ];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(columnsOf));
}
