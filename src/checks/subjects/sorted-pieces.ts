import type { Piece, ReachablePiece, UndecidedPiece, BlockedPiece } from '../../network/flow.ts';

/** Pieces by what becomes of them. */
export interface SortedPieces {
  readonly reachable: readonly ReachablePiece[];
  readonly undecided: readonly UndecidedPiece[];
  readonly blocked: readonly BlockedPiece[];
}

export function sortedPieces(pieces: readonly Piece[]): SortedPieces {
  return {
    reachable: pieces.filter((piece): piece is ReachablePiece => piece.verdict === 'reachable'),
    undecided: pieces.filter((piece): piece is UndecidedPiece => piece.verdict === 'undecided'),
    blocked: pieces.filter((piece): piece is BlockedPiece => piece.verdict === 'blocked'),
  };
}
