import type { Piece } from './flow.ts';
import { isEmpty, noTraffic, unite, without, type Traffic } from './traffic.ts';

/**
 * Pieces that do not overlap: where several ways are open, one that gets through decides; and only what no way leaves open is blocked. Of several
 * ways that may be open, one that may lead to the internet is kept: what is left out must not make an answer better.
 *
 * What was translated into another family on its way stays apart: it is told in the addresses of the other side.
 */
export function partitioned(pieces: readonly Piece[]): readonly Piece[] {
  const ordered = (['reachable', 'undecided', 'blocked'] as const).flatMap((verdict) =>
    pieces.filter((piece) => piece.verdict === verdict).sort((a, b) => widthOf(b) - widthOf(a)),
  );
  const [own, translated] = [ordered.filter((piece) => !piece.translated), ordered.filter((piece) => piece.translated)];
  return [...disjoint(own), ...disjoint(translated)];
}

/** How far a piece may lead. */
function widthOf(piece: Piece): number {
  if (piece.verdict === 'blocked') return 0;
  const { sink } = piece;
  if (sink === undefined || sink.kind === 'internet') return 3;
  return sink.kind === 'on-premises' ? 2 : 1;
}

function disjoint(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let taken: Traffic = noTraffic;
  for (const piece of pieces) {
    const traffic = without(piece.traffic, taken);
    if (isEmpty(traffic)) continue;
    taken = unite(taken, traffic);
    result.push({ ...piece, traffic });
  }
  return result;
}
