import { isRecord } from '../expectation.ts';
import { sectionNames, type SectionName } from '../sections.ts';
import { bareRows } from './bare-rows.ts';
import type { JsonObject } from './json-object.ts';
import { placeInPath, type PathPlace } from './place-in-path.ts';
import { recognisers } from './recognisers.ts';
import { reservations } from './reservations.ts';
import type { FileContext, Source } from './source.ts';
import type { Told } from './told.ts';

/** A file of the folder, its text as JSON. */
export interface FolderFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  readonly json: unknown;
}

/** What a file tells one section. */
export interface Answer {
  readonly path: string;
  readonly place: PathPlace;
  readonly section: SectionName;
  /** `list`: says which rows there are. `detail`: explains rows. `hint`: names some of the rows. */
  readonly role: 'list' | 'detail' | 'hint';
  /** Is there more than the file holds? */
  readonly cut: boolean;
  readonly told: readonly Told[];
}

export interface ReadFile {
  readonly path: string;
  readonly place: PathPlace;
  readonly answers: readonly Answer[];
  /** The top-level keys, to be named where nothing was recognised. */
  readonly keys: readonly string[];
}

/**
 * What a file tells: nothing of it is kept but what some section's shape names.
 *
 * @param above the names of folders above, for they may be those of a Region and an account
 * @throws MlsecError usage, for an answer that cannot be used as it is
 */
export function readFile(file: FolderFile, above: string, script: FileContext['script']): ReadFile {
  const place = placeInPath(above === '' ? file.path : `${above}/${file.path}`);
  const whole = Array.isArray(file.json) ? bareRows(file.json) : isRecord(file.json) ? file.json : undefined;
  if (whole === undefined) return { path: file.path, place, answers: [], keys: keysOf(file.json) };
  const stem = (file.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const context: FileContext = { path: file.path, stem, script };
  const cut = hasMore(whole);
  const found = [...sources()].flatMap(({ source, ...of }) => {
    const told = source.read(whole, context);
    return told === undefined ? [] : [{ source, answer: { ...of, path: file.path, place, cut, told } }];
  });
  const answers = found.filter((one) => !found.some((other) => isRather(other, one))).map(({ answer }) => answer);
  return { path: file.path, place, answers, keys: keysOf(file.json) };
}

interface Found {
  readonly source: Source;
  readonly answer: Answer;
}

/** An empty list of domains named after a domain list is that list's, and not SageMaker's: what the file's name tells, goes. */
function isRather(other: Found, { source, answer }: Found): boolean {
  const [key] = source.keys;
  return (
    answer.told.length === 0 &&
    other.answer.section !== answer.section &&
    other.source.keys[0] === key &&
    other.source.fileName !== undefined
  );
}

function* sources(): Generator<{ readonly section: SectionName; readonly role: Answer['role']; readonly source: Source }, void> {
  for (const section of sectionNames) {
    for (const source of recognisers[section].lists) yield { section, role: 'list', source };
    for (const source of recognisers[section].explain?.details ?? []) yield { section, role: 'detail', source };
  }
  yield { section: 'networkInterfaces', role: 'hint', source: reservations };
}

/** Services call the token of the next page by one of these names, and IAM and Route 53 say it with a flag. */
function hasMore(answer: JsonObject): boolean {
  const token = ['NextToken', 'NextMarker'].some((member) => typeof answer[member] === 'string' && answer[member] !== '');
  return token || answer['IsTruncated'] === true;
}

function keysOf(json: unknown): readonly string[] {
  const row: unknown = Array.isArray(json) ? json[0] : json;
  return isRecord(row) ? Object.keys(row) : [];
}
