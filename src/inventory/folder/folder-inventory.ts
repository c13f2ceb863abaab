import { exitCode } from '../../core/exit-code.ts';
import { MlsecError } from '../../core/mlsec-error.ts';
import type { AnySectionRecord, Inventory } from '../inventory.ts';
import { globalRegion, sectionCatalogue, sectionNames, type SectionName, type Sections } from '../sections.ts';
import type { Fact } from '../fact.ts';
import { complaintText } from '../expectation.ts';
import { rowOf } from '../row-expectation.ts';
import { rowsToName } from '../rows.ts';
import { placed, type PlacedAnswer } from './placed.ts';
import type { ReadFile } from './read-file.ts';
import { partitionOfRegion } from './region-name.ts';
import { sectionRecord } from './section-record.ts';
import type { Unit } from './section-reader.ts';

/** What the files themselves do not say. */
export interface FolderOptions {
  /** The Region of files that do not tell theirs. */
  readonly region: string | undefined;
  /** When the first and the last of them was written, ISO 8601. */
  readonly startedAt: string;
  readonly completedAt: string;
}

/**
 * A folder of answers of the AWS CLI as an inventory: every section of every account and Region that the files speak of, known or a gap.
 *
 * @param files in a fixed order: of two rows with the same id the first stays
 * @throws MlsecError usage, where a file does not tell its Region, or none tells any
 */
export function folderInventory(files: readonly ReadFile[], { region, startedAt, completedAt }: FolderOptions): Inventory {
  const answers = placed(files, region);
  const units = unitsOf(answers, region);
  if (units.length === 0) {
    throw new MlsecError(
      exitCode.usage,
      'nothing in the folder belongs to a Region',
      'save the answers of one Region in a folder named after it, such as us-west-2, or pass the Region with --region',
    );
  }
  const accounts = [...new Set(units.map(({ account }) => account))].sort();
  const partition = partitionOfRegion(units[0]?.region ?? '');
  const at = indexed(answers);
  const rows = new Map<SectionName, readonly object[]>();
  const listedAnywhere: Unit['listedAnywhere'] = (section) => {
    const found = rows.get(section) ?? listedRows(answers, section);
    rows.set(section, found);
    return found;
  };
  const sections = [
    ...accounts.flatMap((account) => recordsOf({ account, region: globalRegion, partition, listedAnywhere }, 'account', at)),
    ...units.flatMap((unit) => recordsOf({ ...unit, partition, listedAnywhere }, 'region', at)),
  ];
  const regions = [...new Set(units.map((unit) => unit.region))].sort();
  return { header: { accounts, regions, partition, startedAt, completedAt, since: null, interrupted: false }, sections };
}

interface Place {
  readonly account: string;
  readonly region: string;
}

/** The accounts and Regions that files speak of; an account without any is looked at in the Region that was passed. */
function unitsOf(answers: readonly PlacedAnswer[], fallback: string | undefined): readonly Place[] {
  const places = new Map<string, Place>();
  const add = (place: Place) => places.set(`${place.account}/${place.region}`, place);
  const regional = answers.filter(({ region }) => region !== globalRegion);
  for (const { account, region } of regional) add({ account, region });
  const lone = answers.filter(({ account }) => !regional.some((answer) => answer.account === account));
  if (fallback !== undefined) for (const { account } of lone) add({ account, region: fallback });
  return [...places.keys()].sort().flatMap((key) => places.get(key) ?? []);
}

type Index = ReadonlyMap<string, readonly PlacedAnswer[]>;

function indexed(answers: readonly PlacedAnswer[]): Index {
  const index = new Map<string, PlacedAnswer[]>();
  for (const answer of answers) {
    const key = keyOf(answer, answer.section);
    const list = index.get(key) ?? [];
    index.set(key, list);
    list.push(answer);
  }
  return index;
}

function keyOf({ account, region }: Place, section: SectionName): string {
  return `${account}/${region}/${section}`;
}

function listedRows(answers: readonly PlacedAnswer[], section: SectionName): readonly object[] {
  const lists = answers.filter((answer) => answer.section === section && answer.role === 'list');
  return lists.flatMap(({ told }) => told.filter(({ noRow }) => noRow !== true).map(({ value }) => value));
}

/** The sections of one account, or of one Region of it; one may need another, in whatever order. */
function recordsOf(place: Omit<Unit, 'fact'>, scope: 'account' | 'region', answers: Index): readonly AnySectionRecord[] {
  const made = new Map<SectionName, AnySectionRecord>();
  const make = (section: SectionName): AnySectionRecord => {
    const existing = made.get(section);
    if (existing !== undefined) return existing;
    // A Region's sections may build on the account's.
    const region = sectionCatalogue[section].scope === 'account' ? globalRegion : place.region;
    const record = sectionRecord(section, answers.get(keyOf({ account: place.account, region }, section)) ?? [], { ...unit, region });
    assertRows(record);
    made.set(section, record);
    return record;
  };
  const unit: Unit = { ...place, fact: <K extends SectionName>(section: K) => make(section).fact as Fact<Sections[K]> };
  return sectionNames.filter((section) => sectionCatalogue[section].scope === scope).map(make);
}

/** Rows of a folder have to be what rows of a saved inventory have to be. */
function assertRows({ section, fact }: AnySectionRecord): void {
  const expectation = rowOf(section);
  for (const row of rowsToName<unknown>(fact)) {
    const complaint = expectation(row);
    if (complaint === undefined) continue;
    throw new MlsecError(exitCode.usage, `a row of ${section} is damaged: ${complaintText(complaint, 'it')}`, 'write the files again');
  }
}
