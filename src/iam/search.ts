import type { Demand, Literal, Problem } from './problem.ts';
import type { Truth } from './truth.ts';

/**
 * `sure`: only what is known counts, so that what is found is a request that AWS allows. `at all`: what is not known is taken for what would
 * let the request through, so that where nothing is found there is none.
 */
export type Mode = 'sure' | 'at all';

/** One candidate of each variable, and the statements that allow it. */
export interface Found {
  readonly chosen: readonly number[];
  readonly allowedBy: readonly Demand[];
}

/** Far more than real policies need; they can be written to need more. */
const mostSteps = 20_000;

type Domains = readonly (readonly number[])[];

/** Is there a choice of candidates that one statement of each layer allows, and none denies? `too complex` where it was not found in time. */
export function search({ variables, layers }: Problem, mode: Mode): Found | undefined | 'too complex' {
  let steps = 0;
  let gaveUp = false;
  const holds = (truth: Truth): boolean => (mode === 'sure' ? truth === 'yes' : truth !== 'no');
  const fails = (truth: Truth): boolean => (mode === 'sure' ? truth === 'no' : truth !== 'yes');
  if (mode === 'sure' && layers.some(({ unreadable }) => unreadable.length > 0)) return undefined;

  const narrowed = (domains: Domains, { variable, truths }: Literal, wanted: (truth: Truth) => boolean): Domains | undefined => {
    const before = domains[variable] ?? [];
    const after = before.filter((index) => wanted(truths[index] ?? 'maybe'));
    if (after.length === 0) return undefined;
    return after.length === before.length ? domains : domains.with(variable, after);
  };

  const allow = (domains: Domains, at: number, allowedBy: readonly Demand[]): Found | undefined => {
    if ((steps += 1) > mostSteps) gaveUp = true;
    if (gaveUp) return undefined;
    const layer = layers[at];
    if (layer === undefined) return refuse(domains, allowedBy);
    for (const demand of layer.allows) {
      if (!holds(demand.principal)) continue;
      let after: Domains | undefined = domains;
      for (const literal of demand.literals) if (after !== undefined) after = narrowed(after, literal, holds);
      const found = after && allow(after, at + 1, [...allowedBy, demand]);
      if (found !== undefined) return found;
    }
    return mode === 'at all' && layer.unreadable.length > 0 ? allow(domains, at + 1, allowedBy) : undefined;
  };

  const denies = layers.flatMap((layer) => layer.denies).filter(({ principal }) => !fails(principal));

  /** Makes each Deny fail by one of its demands. */
  const refuse = (domains: Domains, allowedBy: readonly Demand[]): Found | undefined => {
    if ((steps += 1) > mostSteps) gaveUp = true;
    if (gaveUp) return undefined;
    let fewest: readonly Domains[] | undefined;
    for (const demand of denies) {
      const ways = demand.literals.map((literal) => narrowed(domains, literal, fails));
      if (ways.includes(domains)) continue;
      const possible = ways.filter((way) => way !== undefined);
      if (possible.length === 0) return undefined;
      if (fewest === undefined || possible.length < fewest.length) fewest = possible;
    }
    if (fewest === undefined) return { chosen: domains.map((domain) => domain[0] ?? 0), allowedBy };
    for (const way of fewest) {
      const found = refuse(way, allowedBy);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const all = variables.map(({ candidates, sure }) => (mode === 'sure' ? sure : candidates.map((_, index) => index)));
  if (all.some((domain) => domain.length === 0)) return undefined;
  const found = allow(all, 0, []);
  return found === undefined && gaveUp ? 'too complex' : found;
}
