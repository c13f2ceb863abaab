import { isRefusal } from '../aws/failure.ts';
import type { Gap } from '../core/gap.ts';
import { rowsToName } from '../inventory/rows.ts';
import type { AnySectionRecord } from '../inventory/inventory.ts';
import { permissionFor } from '../core/permission-for.ts';
import type { SectionName } from '../inventory/sections.ts';
import { collectors } from './index.ts';
import { OwnedByAnotherAccount } from './owned-by-another-account.ts';

/** How one API action went, in all Regions where it was tried. */
export interface TriedAction {
  /** Such as `sagemaker:ListModels`. */
  readonly action: string;
  /** IAM's name for it, such as `s3:ListAllMyBuckets` for `s3:ListBuckets`. */
  readonly permission: string;
  /**
   * `allowed`: answered wherever it was tried. `refused`: AWS says that the permission is missing. `failed`: it failed otherwise.
   * `untried`: nothing was known to ask about, since there is nothing or since the list of it failed.
   */
  readonly outcome: 'allowed' | 'refused' | 'failed' | 'untried';
  /** The first failure. */
  readonly gap: Gap | undefined;
  /** Does another operation answer where this one does not? Then its refusal costs calls, and no answer. */
  readonly replaceable: boolean;
  /** The sections that cannot be read without it. */
  readonly sections: readonly SectionName[];
}

/**
 * Which of the declared actions the credentials may call, by what a probe brought home.
 *
 * @param records the sections of an inventory that was collected with `probe`
 */
export function triedActions(records: readonly AnySectionRecord[]): readonly TriedAction[] {
  const owners = new Map<string, SectionName[]>();
  for (const { section, actions } of collectors) {
    for (const action of actions) owners.set(action, [...(owners.get(action) ?? []), section]);
  }
  return [...owners]
    .map(([action, sections]) => {
      const own = records.filter(({ section }) => sections.includes(section));
      // What belongs to somebody else was not asked for, so that nothing is known of the permission.
      const gap = own.flatMap(gapsOf).find(({ operation, code }) => operation === action && code !== OwnedByAnotherAccount.code);
      const answered = own.some(({ ledger }) => ledger.some(({ operation, calls }) => operation === action && calls > 0));
      const replaceable = own.some(({ ledger }) => ledger.some(({ replaced }) => replaced !== undefined && replaced.operation === action));
      return {
        action,
        permission: permissionFor(action),
        outcome: outcomeOf(gap, answered),
        gap,
        replaceable,
        sections: replaceable ? [] : withBuiltOn(sections),
      };
    })
    .sort((a, b) => (a.action < b.action ? -1 : 1));
}

function outcomeOf(gap: Gap | undefined, answered: boolean): TriedAction['outcome'] {
  if (gap !== undefined) return isRefusal(gap) ? 'refused' : 'failed';
  return answered ? 'allowed' : 'untried';
}

/** Every failed call: also one in whose stead another answered. */
function gapsOf({ fact, ledger }: AnySectionRecord): readonly Gap[] {
  const rows: Iterable<object> = rowsToName<object>(fact);
  const details = [...rows].flatMap((row) => ('detail' in row ? [(row as { readonly detail: typeof fact }).detail] : []));
  return [...[fact, ...details].flatMap((each) => (each.known ? [] : [each.gap])), ...ledger.flatMap(({ replaced }) => replaced ?? [])];
}

/** Those sections, and those that are built on them. */
function withBuiltOn(sections: readonly SectionName[]): readonly SectionName[] {
  const all = new Set(sections);
  for (const { section, after } of collectors) if (after.some((earlier) => all.has(earlier))) all.add(section);
  return [...all];
}
