import { unnamedMark } from './described-source.ts';
import type { PlacedAnswer } from './placed.ts';
import type { Told } from './told.ts';

/** What one file tells of one row. */
export interface DetailPart {
  readonly told: Told;
  readonly cut: boolean;
}

export interface DetailParts {
  /** By the id of the row that they explain. */
  readonly byId: ReadonlyMap<string, readonly DetailPart[]>;
  /** Files that explain a row and do not say which. */
  readonly unmatched: readonly string[];
}

/**
 * What explains each row. An answer that does not say what it explains is matched by its file's name.
 *
 * @param ids the rows that are there
 */
export function detailParts(answers: readonly PlacedAnswer[], ids: readonly string[]): DetailParts {
  const byId = new Map<string, DetailPart[]>();
  const unmatched: string[] = [];
  for (const { role, cut, told, path } of answers) {
    if (role !== 'detail') continue;
    for (const one of told) {
      const id = matchedId(one.id, ids);
      if (id === undefined) unmatched.push(path);
      else byId.set(id, [...(byId.get(id) ?? []), { told: one, cut }]);
    }
  }
  return { byId, unmatched };
}

/**
 * The id that an answer is about; where only its file's name tells it, that of the one resource whose ARN ends in a part of that name:
 * arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/name/0123456789abcdef
 */
function matchedId(id: string, ids: readonly string[]): string | undefined {
  if (!id.startsWith(unnamedMark)) return id;
  const words = id.slice(unnamedMark.length);
  for (const part of [-1, -2]) {
    const fits = ids.filter((arn) => isWordIn(arn.split('/').slice(1).at(part), words));
    if (fits.length === 1) return fits[0];
  }
  return undefined;
}

/** Does the name stand in the text with nothing before and after it that could belong to a name? */
function isWordIn(word: string | undefined, text: string): boolean {
  if (word === undefined) return false;
  const at = text.indexOf(word);
  const around = [text[at - 1], text[at + word.length]];
  return at >= 0 && around.every((character) => character === undefined || !/[A-Za-z0-9]/.test(character));
}
