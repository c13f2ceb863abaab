import type { PathStep } from '../../core/path-step.ts';
import type { IpFamily } from '../address-set.ts';
import type { BlockedPiece, Blocker } from '../flow.ts';
import type { Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { toInternet } from '../reach.ts';
import { blockerKey } from '../walk.ts';

/** What stands between a blocked origin and the internet: the fewest blockers that would have to go, in the order in which they are met. */
export interface Distance {
  readonly blockers: readonly Blocker[];
  /** The path that would be open then. */
  readonly path: readonly PathStep[];
}

/** Beyond this depth a reader learns no more than "many". */
const deepest = 4;

/** Beyond so many tries the search ends. */
const mostTries = 300;

/**
 * How far a blocked origin is from the internet: blockers are passed by, one after the other, fewest first, until something gets out.
 *
 * @returns undefined where no few blockers decide
 */
export function distanceToInternet(network: Network, origin: Origin, family: IpFamily): Distance | undefined {
  let frontier: readonly (readonly Blocker[])[] = [[]];
  let tries = 0;
  for (let depth = 0; depth <= deepest; depth += 1) {
    const next = new Map<string, readonly Blocker[]>();
    for (const passed of frontier) {
      if ((tries += 1) > mostTries) return undefined;
      const pieces = toInternet(network, origin, family, { ignore: new Set(passed.map(({ code, step }) => blockerKey(code, step))) });
      const out = pieces.find((piece) => piece.verdict === 'reachable' && piece.sink.kind === 'internet');
      if (out !== undefined) return { blockers: passed, path: out.path() };
      for (const blocker of blockersOf(pieces.filter((piece) => piece.verdict === 'blocked'))) {
        const set = [...passed, blocker];
        const key = set
          .map(({ code, step }) => blockerKey(code, step))
          .sort()
          .join('\n');
        if (!next.has(key) && !passed.some((each) => blockerKey(each.code, each.step) === blockerKey(blocker.code, blocker.step)))
          next.set(key, set);
      }
    }
    frontier = [...next.values()];
  }
  return undefined;
}

function blockersOf(pieces: readonly BlockedPiece[]): readonly Blocker[] {
  return [...new Map(pieces.map(({ blocker }) => [blockerKey(blocker.code, blocker.step), blocker])).values()];
}
