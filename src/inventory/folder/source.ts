import { exitCode } from '../../core/exit-code.ts';
import { MlsecError } from '../../core/mlsec-error.ts';
import { isRecord } from '../expectation.ts';
import type { Script } from '../script.ts';
import { select, type Shape } from '../stored.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { placeTold, type Told } from './told.ts';

/** The file whose content is being read. */
export interface FileContext {
  /** Below the folder, with slashes. */
  readonly path: string;
  /** Its name without the folders and the ending, which tells what some answers leave out. */
  readonly stem: string;
  /** What is kept of a script; hashing is not the inventory's own business. */
  readonly script: (content: string | undefined) => Script;
}

/** One kind of answer of the AWS CLI, or of a tool that saves what AWS answers. */
export interface Source {
  /** The top-level keys by which it is recognised. */
  readonly keys: readonly string[];
  /** What has to be in the file's name because the answer does not say it. */
  readonly fileName?: string;
  /**
   * What the answer tells; undefined where it is another one with the same keys.
   *
   * @throws MlsecError usage, for an answer that cannot be used as it is
   */
  readonly read: (answer: JsonObject, file: FileContext) => readonly Told[] | undefined;
}

/** A list of rows. */
export interface ListSource extends Source {
  readonly ids: readonly string[];
  readonly shape: object;
}

/** The shape with which rows of this type are selected: every member of the row is in it. */
export type ShapeFor<Row> = { readonly [K in keyof Row]-?: true | object };

/** The part of a row that the shape names. The shape's own type was held against the row's where it was put into the table. */
export function keep(row: JsonObject, shape: object): object {
  return select(row, shape as Shape<JsonObject>);
}

/** What identifies a row, or undefined where a member of it is missing. */
export function idOf(row: JsonObject, ids: readonly string[]): string | undefined {
  const parts = ids.map((member) => textOf(row, member));
  return parts.includes(undefined) ? undefined : parts.join('/');
}

/**
 * The rows under a key, where the first of them is what this section's rows are; one object counts as a list of one.
 *
 * @throws MlsecError usage, where a later row is not
 */
export function rowsUnder(answer: JsonObject, key: string, ids: readonly string[], file: FileContext): readonly JsonObject[] | undefined {
  if (!Object.hasOwn(answer, key)) return undefined;
  const value = answer[key];
  const rows: readonly unknown[] | undefined = Array.isArray(value) ? value : isRecord(value) ? [value] : undefined;
  if (rows === undefined) return undefined;
  const good = (row: unknown): row is JsonObject => isRecord(row) && idOf(row, ids) !== undefined;
  if (rows.length > 0 && !good(rows[0])) return undefined;
  return rows.map((row, index) => {
    if (good(row)) return row;
    throw fileError(file, `${key}[${index}] is not an object with ${ids.join(' and ')}`, 'the file was changed or damaged; write it again');
  });
}

/** The rows of a list. */
export function listOf<Row>(
  key: string,
  shape: ShapeFor<NoInfer<Row>>,
  ...ids: readonly (keyof NoInfer<Row> & string)[]
): ListSource & { readonly row?: Row } {
  return {
    keys: [key],
    ids,
    shape,
    read: (answer, file) => rowsUnder(answer, key, ids, file)?.map((row) => toldRow(row, ids, keep(row, shape))),
  };
}

/** A row that a list tells. */
export function toldRow(row: JsonObject, ids: readonly string[], value: object): Told {
  return { id: idOf(row, ids) ?? '', value, place: placeTold(row, ids) };
}

/** A file that cannot be used, by name. */
export function fileError(file: Pick<FileContext, 'path'>, what: string, hint: string): MlsecError {
  return new MlsecError(exitCode.usage, `${file.path}: ${what}`, hint);
}
