import type { PathStep } from '../../core/path-step.ts';
import type { UndecidedPiece } from '../../network/flow.ts';

/** The hops of an undecided piece, and at their end what would have to be known. */
export function undecidedSteps(piece: UndecidedPiece): readonly PathStep[] {
  return [
    ...piece.path(),
    ...piece.doubts.map(({ code, object, settledBy }): PathStep => ({
      kind: 'undecided',
      id: object,
      detail: `${code}: needs ${settledBy}`,
    })),
  ];
}
