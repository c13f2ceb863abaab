import { isRecord } from '../expectation.ts';
import { textOf, type JsonObject } from './json-object.ts';
import { fileError, idOf, keep, rowsUnder, type FileContext, type Source } from './source.ts';
import { placeBy, placeTold, type Told } from './told.ts';

/**
 * The answer to one describe call of SageMaker: known by its own ARN, and by its names, which the answer to a create does not repeat.
 *
 * @param arnPart what the ARN must hold, where the members are called as those of others are
 */
export function answerOf(
  arn: string,
  ids: readonly string[],
  summaryShape: object,
  shape: object,
  more: (answer: JsonObject, file: FileContext) => object = () => ({}),
  arnPart = '',
): Source {
  return {
    keys: [arn, ...ids],
    read(answer, file) {
      const id = idOf(answer, ids);
      if (id === undefined || textOf(answer, arn)?.includes(arnPart) !== true) return undefined;
      const value = { ...keep(answer, shape), ...more(answer, file) };
      return [{ id, value, summary: keep(answer, summaryShape), place: placeTold(answer, [arn, ...ids]) }];
    },
  };
}

/** The answer to one describe call that wraps what it describes: its ARN lies in a member of the answer. */
export function wrappedAnswer(keys: readonly [string, string], holder: string, arn: string, shape: object, summaryShape?: object): Source {
  return {
    keys,
    read(answer) {
      const inner = answer[holder];
      if (!keys.every((key) => isRecord(answer[key])) || !isRecord(inner)) return undefined;
      const id = textOf(inner, arn);
      if (id === undefined) return undefined;
      const summary = summaryShape === undefined ? { Arn: id } : keep(inner, summaryShape);
      return [{ id, value: keep(answer, shape), summary, place: placeTold({ ...inner, Arn: id }, [arn]) }];
    },
  };
}

/** A list of rows that belong to something else, by which they are put together. */
export function groupedRows(key: string, member: string, shape: object, owner: string, as: string = key, emptyName?: NameRule): Source {
  return {
    keys: [key],
    ...(emptyName === undefined ? {} : { fileName: `${emptyName.looks}, where the list is empty` }),
    read(answer, file) {
      const rows = rowsUnder(answer, key, [member], file);
      if (rows === undefined) return undefined;
      if (rows.length === 0) return emptyGroup(as, owner, file, emptyName);
      const groups = new Map<string, JsonObject[]>();
      for (const row of rows) {
        const id = textOf(row, member) ?? '';
        groups.set(id, [...(groups.get(id) ?? []), row]);
      }
      return [...groups].map(([id, group]) => ({
        id,
        value: { [as]: group.map((row) => keep(row, shape)) },
        summary: { [owner]: id },
        place: placeTold({ ...group[0], [owner]: id }, [owner]),
      }));
    },
  };
}

function emptyGroup(as: string, owner: string, file: FileContext, name: NameRule | undefined): readonly Told[] | undefined {
  const id = name?.pattern.exec(file.stem)?.[0];
  return id === undefined ? [unnamed(file, { [as]: [] })] : [{ id, value: { [as]: [] }, summary: { [owner]: id }, place: placeBy(id) }];
}

/** How an identifier looks in a file's name. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly looks: string;
}

/**
 * An answer that does not say what it is about: a member added to it may, and otherwise the file's name has to.
 *
 * @param take the part to keep; undefined where this is another answer
 */
export function namedAnswer(
  keys: readonly string[],
  member: string,
  name: NameRule,
  take: (answer: JsonObject, file: FileContext) => object | undefined,
): Source {
  return {
    keys,
    fileName: name.looks,
    read(answer, file) {
      if (!keys.every((key) => Object.hasOwn(answer, key))) return undefined;
      const value = take(answer, file);
      if (value === undefined) return undefined;
      const id = textOf(answer, member) ?? name.pattern.exec(file.stem)?.[0];
      if (id === undefined) {
        throw fileError(
          file,
          `${keys[0]} does not say which ${member} it is of`,
          `put the id into the file's name, such as ${name.looks}.json`,
        );
      }
      return [{ id, value, summary: { [member]: id }, place: placeBy(id) }];
    },
  };
}

/** What a file tells whose subject only its name can tell, once the resources are known. */
export function unnamed(file: FileContext, value: object): Told {
  return { id: `${unnamedMark}${file.stem}`, value, place: placeBy() };
}

/** The beginning of the id of an {@link unnamed} answer; no identifier of AWS begins so. */
export const unnamedMark = 'file: ';

/** The objects of a list, where it is one and holds nothing else. */
export function objectsIn(answer: JsonObject, key: string): readonly JsonObject[] | undefined {
  const value = answer[key];
  return Array.isArray(value) && value.every(isRecord) ? value : undefined;
}
