import type { Doubt } from '../doubt.ts';
import { common, noTraffic, unite, uniteAll, without, type Traffic } from '../traffic.ts';

/** What a rule matches: for certain, whichever of its addresses and ports the sender uses, and at most. */
export interface Match {
  readonly must: Traffic;
  readonly may: Traffic;
}

/** A rule as far as its order decides: what it matches and what it then does. */
export interface Candidate<A extends string> {
  readonly match: Match;
  /** What it does; several where that is not known. */
  readonly actions: readonly A[];
  /** Can a sender keep out of its way by what it sends? Then nothing is lost to it for certain. */
  readonly evadable: boolean;
  /** The rule, as a reason: `DROP udp any any -> any any (group-1)`. */
  readonly says: string;
  /** Where the rule is: an ARN. */
  readonly object: string;
  /** Why it is not known what it does, where that is so. */
  readonly doubt: Doubt | undefined;
}

/** What becomes of traffic under rules of which the first that matches decides. */
export interface Outcome<A extends string> {
  /** Gets this action for certain. */
  readonly must: Readonly<Record<A, Traffic>>;
  readonly may: Readonly<Record<A, Traffic>>;
  /** May be matched by no rule. */
  readonly rest: Traffic;
  /** Is matched by no rule, or else gets this action. */
  readonly clean: Readonly<Record<A, Traffic>>;
}

/**
 * The first rule that matches decides.
 *
 * @param all every action there is
 * @throws TooComplex
 */
export function firstMatch<A extends string>(candidates: readonly Candidate<A>[], all: readonly A[], everything: Traffic): Outcome<A> {
  const [must, may, clean] = [table(all, noTraffic), table(all, noTraffic), table(all, everything)];
  let rest = everything;
  for (const { actions, evadable, match } of inRuns(candidates)) {
    const [only, ...others] = actions;
    for (const action of actions) may[action] = unite(may[action], common(rest, match.may));
    if (evadable) continue;
    if (only !== undefined && others.length === 0) {
      must[only] = unite(must[only], common(clean[only], match.must));
      rest = without(rest, match.must);
    }
    for (const action of all) if (only !== action || others.length > 0) clean[action] = without(clean[action], match.may);
  }
  return { must, may, rest, clean };
}

function table<A extends string>(all: readonly A[], traffic: Traffic): Record<A, Traffic> {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(all.map((action) => [action, traffic])) as Record<A, Traffic>;
}

/** Neighbours that do the same are one: a policy may hold thousands of them. */
function inRuns<A extends string>(candidates: readonly Candidate<A>[]): readonly Pick<Candidate<A>, 'actions' | 'evadable' | 'match'>[] {
  const runs: { first: Candidate<A>; matches: Match[] }[] = [];
  for (const each of candidates) {
    const last = runs.at(-1);
    const alike = last !== undefined && last.first.evadable === each.evadable && last.first.actions.join() === each.actions.join();
    if (alike) last.matches.push(each.match);
    else runs.push({ first: each, matches: [each.match] });
  }
  return runs.map(({ first: { actions, evadable }, matches }) => ({
    actions,
    evadable,
    match: {
      must: uniteAll([noTraffic, ...matches.map((match) => match.must)]),
      may: uniteAll([noTraffic, ...matches.map((match) => match.may)]),
    },
  }));
}
