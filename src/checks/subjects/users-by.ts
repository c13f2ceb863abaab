import type { Evidence } from '../../core/evidence.ts';
import { gapGroupKey, type Gap } from '../../core/gap.ts';
import type { Fact, Missing } from '../../inventory/fact.ts';
import type { Workload, WorkloadPlacement } from '../../workloads/workload.ts';

/** The workloads that use one network object. */
export interface Users {
  /** The first few, as evidence. */
  readonly evidence: readonly Evidence[];
  readonly count: number;
}

/** What a placement uses: the key of the object, and what in the placement led to it. */
export interface Use {
  readonly key: string;
  readonly source: string;
  readonly path: string;
  /** The name of the object that says so. */
  readonly of: string;
  readonly value: string;
}

/** Enough to find one of them and to see that there are more. */
const shown = 5;

/**
 * Turns the view of workloads around: which network objects are used, and by whom.
 *
 * @param usesOf what one placement uses; missing where that cannot be told
 * @returns the objects by key, sorted, and a missing fact for all that could not be read, one of each kind
 */
export function usersBy(
  workloads: Iterable<Workload>,
  usesOf: (placement: WorkloadPlacement) => Fact<readonly Use[]>,
): { readonly users: ReadonlyMap<string, Users>; readonly hidden: readonly Missing<never>[] } {
  const found = new Map<string, Entry>();
  const hidden = new Map<string, Missing<never>>();
  for (const { placements, resource, template } of workloads) {
    // Of runs of a template there may be a million, and each speaks for itself alone: a count does for them.
    const counted = template === undefined ? undefined : new Set<string>();
    for (const placement of placements) {
      const uses = placement.known ? usesOf(placement.value) : placement;
      if (!uses.known) hide(hidden, uses.gap);
      else for (const use of uses.value) note(found, use, use.of === resource.name ? counted : undefined);
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    users: new Map(sorted.map(([key, { evidence, names, runs }]) => [key, { evidence, count: names.size + runs }])),
    hidden: [...hidden.values()],
  };
}

/** The first of those that failed alike stands for all. */
function hide(hidden: Map<string, Missing<never>>, gap: Gap): void {
  const key = gapGroupKey(gap);
  if (!hidden.has(key)) hidden.set(key, { known: false, gap });
}

interface Entry {
  readonly evidence: Evidence[];
  /** Of those that others can name, too. */
  readonly names: Set<string>;
  /** How many runs of templates there are beside them. */
  runs: number;
}

/** @param counted the keys that were counted for this run of a template; undefined for anything else */
function note(found: Map<string, Entry>, { key, source, path, of, value }: Use, counted: Set<string> | undefined): void {
  const entry = found.get(key) ?? { evidence: [], names: new Set<string>(), runs: 0 };
  found.set(key, entry);
  if (counted !== undefined) {
    if (counted.has(key)) return;
    counted.add(key);
    entry.runs += 1;
  } else {
    // A model behind three endpoints is one user.
    const name = `${source} ${of}`;
    if (entry.names.has(name)) return;
    entry.names.add(name);
  }
  if (entry.evidence.length < shown) entry.evidence.push({ source, path: `${of}: ${path}`, value });
}
