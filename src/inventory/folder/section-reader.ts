import type { Described } from '../described.ts';
import type { Fact } from '../fact.ts';
import type { SectionName, Sections } from '../sections.ts';
import type { ListSource, Source } from './source.ts';
import type { Told } from './told.ts';

/** How one section is found in a folder. */
export interface SectionReader<Item> {
  /** Answers that say which rows there are. */
  readonly lists: readonly Source[];
  /** What the lists leave out, although each is whole. */
  readonly lacks?: (told: readonly Told[], unit: Unit) => string | undefined;
  /** How each row is explained, in sections whose rows are described. */
  readonly explain?: Explain;
  /** Never there: it holds the type of the section's rows. */
  readonly item?: Item;
}

export interface Explain {
  /** The call that explains one row. */
  readonly operation: string;
  readonly details: readonly Source[];
  /** Puts together what several files say of one row. */
  readonly settle: Settle;
  /** The members of a summary that the call is made with. */
  readonly by: readonly string[];
  /** The id under which a row is described, where it is not the row's own. */
  readonly key?: (id: string) => string;
  /** The ARN of a row whose summary has none. */
  readonly arn?: (id: string, unit: Unit) => string;
  /** Which rows there have to be, told by other sections; throws MissingFact where these are missing. */
  readonly names?: (unit: Unit) => readonly NamedRow[];
}

export type Settle = (parts: readonly object[], unit: Unit) => Settled;

export interface Settled {
  readonly value: object;
  /** What is missing before this is the whole answer. */
  readonly lacks?: string;
  /** Is that so because the answer itself was cut off? */
  readonly cut?: boolean;
}

export interface NamedRow {
  readonly id: string;
  readonly summary: object;
}

/** One account and Region of the folder, and the facts that are known of it. */
export interface Unit {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly fact: <K extends SectionName>(section: K) => Fact<Sections[K]>;
  /** The rows that any file lists of a section, of whatever account and Region. */
  readonly listedAnywhere: (section: SectionName) => readonly object[];
}

/** A section whose rows are all there is to know. */
export function rows<Item>(...lists: readonly (Source & { readonly row?: Item })[]): SectionReader<Item> {
  return { lists };
}

/** A section whose rows one answer lists and another explains. */
export function described<Summary, Detail>(
  list: readonly (ListSource & { readonly row?: Summary })[],
  explain: Explain,
  lacks?: SectionReader<never>['lacks'],
): SectionReader<Described<Summary, Detail>> {
  return { lists: list, explain, ...(lacks === undefined ? {} : { lacks }) };
}
