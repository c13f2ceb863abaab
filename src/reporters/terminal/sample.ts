import type { Resource } from '../../core/resource.ts';

/** How many resources there are, and the first few of them by name. */
export interface Sample {
  readonly count: number;
  readonly first: readonly Resource[];
}

/** More than any list shows. */
const kept = 12;

export const nothing: Sample = { count: 0, first: [] };

/** One more resource. The list stays sorted and short, in whatever order they come. */
export function withResource({ count, first }: Sample, resource: Resource): Sample {
  const last = first.at(-1);
  if (last !== undefined && first.length === kept && byName(last, resource) <= 0) return { count: count + 1, first };
  return { count: count + 1, first: [...first, resource].sort(byName).slice(0, kept) };
}

export function merged(samples: readonly Sample[]): Sample {
  return {
    count: samples.reduce((sum, { count }) => sum + count, 0),
    first: samples
      .flatMap(({ first }) => first)
      .sort(byName)
      .slice(0, kept),
  };
}

export function byName(a: Resource, b: Resource): number {
  return compare(a.name, b.name) || compare(a.account, b.account) || compare(a.region, b.region) || compare(a.arn, b.arn);
}

/** By code unit: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
