import type { TraceAnswer } from '../core/trace-report.ts';
import { subtract, type IpFamily } from '../network/address-set.ts';
import type { Doubt } from '../network/doubt.ts';
import type { Piece } from '../network/flow.ts';
import { internet, publicAddresses } from '../network/internet.ts';
import type { Network } from '../network/network.ts';
import { reach } from '../network/reach.ts';
import { remoteAddresses } from '../network/traffic.ts';
import { trafficText } from '../network/traffic-text.ts';
import { uniteAll } from '../network/traffic.ts';
import { doubtsOf, type Answered } from './answered.ts';
import type { Subject } from './subject.ts';
import { doubtPieces, servicePieces, withoutService } from './service-pieces.ts';
import { targetTraffic, type Target } from './target.ts';
import { tracePiece } from './trace-piece.ts';

/**
 * Does the subject reach one target? A name is not looked up: it may be any public address, so that only an answer that holds for all of them
 * is one for the name.
 */
export function toAnswer(traced: Subject, network: Network, target: Target): Answered {
  const family: IpFamily = target.kind === 'addresses' ? target.family : 4;
  const addresses = target.kind === 'addresses' ? target.addresses : internet[4];
  const isPublic = subtract(addresses, publicAddresses[family]).length === 0;
  const subject = beyondVpc(traced, family, isPublic);
  const direct = subject.direct.length > 0;
  const traffic = targetTraffic(addresses, family, target.ports);
  const sent = subject.origins.map((origin) => ({ origin, pieces: reach(network, origin, family, traffic).pieces }));
  const pieces = sent.flatMap((each) => each.pieces);
  const verdict = direct ? 'reachable' : verdictOf(pieces, target, subject.doubts);
  const answer: TraceAnswer = {
    question: 'to',
    family: target.kind === 'addresses' ? family : null,
    target: target.text,
    verdict,
    summary: direct ? 'a network of SageMaker’s own leads to the internet' : summaryOf(verdict, pieces, target),
    pieces: [
      ...servicePieces(subject),
      ...sent.flatMap(({ origin, pieces: own }) => own.map((piece) => tracePiece(piece, origin.id))),
      ...doubtPieces(subject),
    ],
    smallestChanges: [],
    distance: null,
    pivots: [],
    policy: null,
  };
  return { answer, doubts: [...subject.doubts, ...doubtsOf(pieces)] };
}

/** A network of SageMaker's own leads to public addresses only. */
function beyondVpc(subject: Subject, family: IpFamily, isPublic: boolean): Subject {
  if (!isPublic) return { ...subject, direct: [] };
  return family === 6 ? withoutService(subject) : subject;
}

function verdictOf(pieces: readonly Piece[], target: Target, doubts: readonly Doubt[]): 'reachable' | 'blocked' | 'undecided' {
  const some = (verdict: Piece['verdict']): boolean => pieces.some((piece) => piece.verdict === verdict);
  if (target.kind === 'host') {
    const open = remoteAddresses(uniteAll(pieces.filter(({ verdict }) => verdict === 'reachable').map(({ traffic }) => traffic)));
    if (some('reachable')) return subtract(internet[4], open).length === 0 ? 'reachable' : 'undecided';
  } else if (some('reachable')) return 'reachable';
  return some('undecided') || doubts.length > 0 ? 'undecided' : 'blocked';
}

function summaryOf(verdict: string, pieces: readonly Piece[], target: Target): string {
  if (verdict === 'reachable') {
    return trafficText(uniteAll(pieces.filter((piece) => piece.verdict === 'reachable').map(({ traffic }) => traffic)));
  }
  if (verdict === 'blocked') return 'nothing gets there';
  const needs = pieces.flatMap((piece) => (piece.verdict === 'undecided' ? piece.doubts.map(({ settledBy }) => settledBy) : []));
  const name =
    target.kind === 'host' && needs.length === 0 ? [`the addresses of ${target.host}: some public ones are reached, and some are not`] : [];
  return `needs ${[...new Set([...needs, ...name])].slice(0, 3).join('; ')}`;
}
