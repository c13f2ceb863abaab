import { gapGroupKey, gapKey, type Gap } from '../core/gap.ts';
import type { ReportedGap } from '../core/report.ts';

/** Enough to find one of them, and to see what kind they are. */
const examplesKept = 5;

/** Of more reads that failed alike than this nobody asks whether one was counted twice, as no list names a resource twice in many places. */
const toldApart = 10_000;

interface Group {
  readonly first: Gap;
  readonly seen: Set<string>;
  readonly examples: string[];
  readonly checks: Set<string>;
  count: number;
}

/**
 * Failed reads as a report tells of them: what failed alike in one account and Region is one gap with a count, however many resources it was
 * about. So many refusals take no more room than one; which resources they left unknown, the findings say.
 */
export class GapGroups {
  readonly #groups = new Map<string, Group>();

  /** A read that failed, as the inventory records it. */
  add(gap: Gap): void {
    this.#note(gap);
  }

  /** A check could not judge for want of the read; it may be one that the inventory has no record of, such as a section that nobody collected. */
  met(gap: Gap, checkId: string): void {
    const group = this.#groups.get(gapGroupKey(gap));
    const full = group !== undefined && group.seen.size >= toldApart;
    (full ? group : this.#note(gap)).checks.add(checkId);
  }

  /** In the order in which the first of each was noted. */
  reported(): readonly ReportedGap[] {
    return [...this.#groups.values()].map(({ first, count, examples, checks }) => ({
      ...first,
      ...(count === 1 ? {} : { resource: null, count, examples }),
      checks: [...checks].sort(),
    }));
  }

  #note(gap: Gap): Group {
    const key = gapGroupKey(gap);
    let group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, (group = { first: gap, seen: new Set(), examples: [], checks: new Set(), count: 0 }));
    const own = gapKey(gap);
    if (group.seen.has(own)) return group;
    if (group.seen.size < toldApart) group.seen.add(own);
    group.count += 1;
    if (gap.resource !== null && group.examples.length < examplesKept) group.examples.push(gap.resource);
    return group;
  }
}
