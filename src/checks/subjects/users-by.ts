import type { Evidence } from '../../core/evidence.ts';
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
 * @returns the objects by key, sorted, and a missing fact for all that could not be read
 */
export function usersBy(
  workloads: Iterable<Workload>,
  usesOf: (placement: WorkloadPlacement) => Fact<readonly Use[]>,
): { readonly users: ReadonlyMap<string, Users>; readonly hidden: readonly Missing<never>[] } {
  const found = new Map<string, { evidence: Evidence[]; names: Set<string> }>();
  const hidden: Missing<never>[] = [];
  for (const { placements } of workloads) {
    for (const placement of placements) {
      const uses = placement.known ? usesOf(placement.value) : placement;
      if (!uses.known) hidden.push({ known: false, gap: uses.gap });
      else uses.value.forEach((use) => note(found, use));
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return { users: new Map(sorted.map(([key, { evidence, names }]) => [key, { evidence, count: names.size }])), hidden };
}

function note(found: Map<string, { evidence: Evidence[]; names: Set<string> }>, use: Use): void {
  const { source, path, of, value } = use;
  const entry = found.get(use.key) ?? { evidence: [], names: new Set<string>() };
  found.set(use.key, entry);
  // A model behind three endpoints is one user.
  const name = `${source} ${of}`;
  if (entry.names.has(name)) return;
  entry.names.add(name);
  if (entry.evidence.length < shown) entry.evidence.push({ source, path: `${of}: ${path}`, value });
}
