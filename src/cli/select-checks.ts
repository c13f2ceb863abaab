import type { AnyCheck } from '../checks/check.ts';
import type { Family } from '../core/family.ts';
import type { SectionName } from '../inventory/sections.ts';
import { suggestion } from './suggest.ts';
import { usageError } from './usage-error.ts';

/** The check of this id. @throws MlsecError usage, with the nearest id there is */
export function findCheck(all: readonly AnyCheck[], id: string): AnyCheck {
  const found = all.find((check) => check.id === id.toLowerCase());
  if (found !== undefined) return found;
  throw usageError(
    `unknown check: ${id}`,
    suggestion(
      id,
      all.map((check) => check.id),
      'mlsec checks lists them',
    ),
  );
}

/** The checks that are named, and those of the families that are named; all of them where nothing is. */
export function selectChecks(all: readonly AnyCheck[], ids: readonly string[], families: readonly Family[]): readonly AnyCheck[] {
  if (ids.length === 0 && families.length === 0) return all;
  const named = new Set(ids.map((id) => findCheck(all, id)));
  return all.filter((check) => named.has(check) || families.includes(check.family));
}

/** Every section that these checks may read. */
export function sectionsOf(checks: readonly AnyCheck[]): readonly SectionName[] {
  const sections = checks.flatMap((check): readonly SectionName[] => [...check.needs, ...check.consults, ...check.across]);
  return [...new Set(sections)];
}
