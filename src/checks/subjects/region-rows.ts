import type { Gap } from '../../core/gap.ts';
import type { Estate } from '../../inventory/estate.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { SectionName, Sections } from '../../inventory/sections.ts';
import type { Scope } from '../check.ts';

/** Rows of a section in one Region. */
export interface RegionRows<T> {
  readonly region: string;
  readonly rows: readonly T[];
  /** The failed read behind which there may be more. */
  readonly gap: Gap | undefined;
}

/** A section of every audited Region of an account, for questions about the account that hang on what its Regions hold. */
export function regionRows<S extends SectionName>(
  { estate, scope }: { readonly estate: Estate<NoInfer<S>>; readonly scope: Scope },
  section: S,
): readonly RegionRows<RowOf<Sections[S]>>[] {
  return estate.places
    .filter(({ account }) => account === scope.account)
    .map((place) => {
      const fact = estate.fact(place, section);
      const rows = [...rowsToName(fact as Parameters<typeof rowsToName<RowOf<Sections[S]>>>[0])];
      return { region: place.region, rows, gap: fact.known ? undefined : fact.gap };
    });
}

type RowOf<T> = T extends Iterable<infer R> ? R : never;
