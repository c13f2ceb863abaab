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
  const stem = id.slice(unnamedMark.length);
  const ends = ids.map((arn) => ({ arn, parts: arn.split('/').slice(1) }));
  const byHash = ends.filter(({ parts }) => stem.split(/[^0-9a-f]+/i).includes(parts.at(-1) ?? ''));
  const byName = ends.filter(({ parts }) => stem.split(/[^A-Za-z0-9-]+/).includes(parts.at(-2) ?? ''));
  // Names have hyphens in them: `health-blue-2` speaks of `blue-2` if there is one, otherwise of `2`, and never of `blue`.
  const atTheEnd = ends.filter(({ parts }) => parts.at(-2) !== undefined && stem.endsWith(`-${parts.at(-2) ?? ''}`));
  const longest = Math.max(...atTheEnd.map(({ parts }) => parts.at(-2)?.length ?? 0));
  return (only(byHash) ?? only(byName) ?? only(atTheEnd.filter(({ parts }) => parts.at(-2)?.length === longest)))?.arn;
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
