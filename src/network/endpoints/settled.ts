import type { PathStep } from '../../core/path-step.ts';
import { withDoubts, type Doubt } from '../doubt.ts';
import type { Blocker, Piece } from '../flow.ts';
import type { Verdict } from '../reach.ts';

/** What becomes of all traffic to one destination, of which any part may be what a client needs. */
export interface Settled {
  readonly verdict: Verdict;
  readonly path: readonly PathStep[];
  readonly blocker?: Blocker | undefined;
  readonly doubts: readonly Doubt[];
}

/**
 * Reachable where all of it arrives, blocked where nothing does; between these nobody can say which part is needed.
 *
 * @param partly what would settle that, as a clause
 */
export function settled(pieces: readonly Piece[], object: string, partly: string): Settled {
  const first = pieces.find((piece) => piece.verdict === 'reachable');
  const stopped = pieces.find((piece) => piece.verdict === 'blocked');
  const open = pieces.filter((piece) => piece.verdict === 'undecided');
  if (first !== undefined && stopped === undefined && open.length === 0) return { verdict: 'reachable', path: first.path(), doubts: [] };
  if (first === undefined && open.length === 0) {
    const path = stopped === undefined ? [] : [...stopped.path(), stopped.blocker.step];
    return { verdict: 'blocked', path, blocker: stopped?.blocker, doubts: [] };
  }
  const doubts = open.reduce<readonly Doubt[]>((sum, piece) => withDoubts(sum, piece.doubts), []);
  const either: Doubt = { code: 'ADDRESS_UNKNOWN', object, settledBy: partly, gap: undefined };
  const path = (open[0] ?? first)?.path() ?? [];
  return { verdict: 'undecided', path, blocker: stopped?.blocker, doubts: doubts.length > 0 ? doubts : [either] };
}
