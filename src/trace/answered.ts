import type { TraceAnswer } from '../core/trace-report.ts';
import type { Doubt } from '../network/doubt.ts';
import type { Piece } from '../network/flow.ts';

/** An answer, and everything that leaves it undecided. */
export interface Answered {
  readonly answer: TraceAnswer;
  readonly doubts: readonly Doubt[];
}

/** Why pieces are undecided. */
export function doubtsOf(pieces: readonly Piece[]): readonly Doubt[] {
  return pieces.flatMap((piece) => (piece.verdict === 'undecided' ? piece.doubts : []));
}
