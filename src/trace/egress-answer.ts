import type { TraceAnswer } from '../core/trace-report.ts';
import type { IpFamily } from '../network/address-set.ts';
import { distanceToInternet, type Distance } from '../network/changes/distance.ts';
import { smallestChanges, type Bystander } from '../network/changes/smallest-change.ts';
import type { Piece } from '../network/flow.ts';
import type { Network } from '../network/network.ts';
import { pivotsOf } from '../network/pivots.ts';
import { internetVerdict, maybeInternet, toInternet, type Verdict } from '../network/reach.ts';
import { trafficText } from '../network/traffic-text.ts';
import { uniteAll } from '../network/traffic.ts';
import { doubtsOf, type Answered } from './answered.ts';
import type { Subject } from './subject.ts';
import { doubtPieces, servicePieces, withoutService } from './service-pieces.ts';
import { tracePiece } from './trace-piece.ts';

/** Can the subject send data to the public internet, by this family? With what would cut it, or what stands in between. */
export function egressAnswer(traced: Subject, network: Network, family: IpFamily, bystanders: readonly Bystander[]): Answered {
  const subject = family === 4 ? traced : withoutService(traced);
  const sent = subject.origins.map((origin) => ({ origin, pieces: toInternet(network, origin, family) }));
  const verdict = verdictOf(
    subject,
    sent.map(({ pieces }) => pieces),
  );
  const pieces = [
    ...servicePieces(subject),
    ...doubtPieces(subject),
    ...sent.flatMap(({ origin, pieces: own }) => concerning(own).map((piece) => tracePiece(piece, origin.id))),
  ];
  const open = subject.direct.length === 0 && verdict === 'reachable';
  const shut = verdict === 'blocked' && subject.origins.length > 0 && subject.isolated.length === 0;
  const distance = shut ? nearest(subject, network, family) : undefined;
  const answer: TraceAnswer = {
    question: 'egress',
    family,
    target: null,
    verdict,
    summary: summaryOf(
      subject,
      verdict,
      sent.flatMap((each) => each.pieces),
      family,
    ),
    pieces,
    smallestChanges: open
      ? smallestChanges(network, subject.origins, bystanders).map(({ changes, endpointsLost, othersCut }) => ({
          changes: changes.map(({ summary, commands }) => ({ summary, commands })),
          endpointsLost,
          othersCut,
        }))
      : [],
    distance:
      distance === undefined
        ? null
        : {
            changes: distance.blockers.length,
            blockers: distance.blockers.map(({ code, step }) => ({ code, object: step.id, detail: step.detail })),
          },
    pivots: shut
      ? [
          ...new Set(subject.origins.flatMap((origin) => pivotsOf(network, origin, family).map(({ id, instanceId }) => instanceId ?? id))),
        ].sort()
      : [],
    policy: null,
  };
  return { answer, doubts: [...subject.doubts, ...sent.flatMap((each) => doubtsOf(each.pieces))] };
}

function verdictOf(subject: Subject, sent: readonly (readonly Piece[])[]): Verdict {
  const verdicts = new Set(sent.map(internetVerdict));
  if (subject.direct.length > 0 || verdicts.has('reachable')) return 'reachable';
  return subject.doubts.length > 0 || verdicts.has('undecided') ? 'undecided' : 'blocked';
}

/** Pieces that tell of the internet; what ends elsewhere is another question's. */
function concerning(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece) => {
    if (piece.verdict === 'blocked') return true;
    return piece.verdict === 'reachable' ? piece.sink.kind === 'internet' : maybeInternet(piece);
  });
}

function summaryOf(subject: Subject, verdict: Verdict, pieces: readonly Piece[], family: IpFamily): string {
  if (subject.direct.length > 0) return 'a network of SageMaker’s own leads to the internet';
  if (verdict === 'reachable') {
    const open = pieces.filter((piece) => piece.verdict === 'reachable' && piece.sink.kind === 'internet');
    const inspected = open.every((piece) => piece.verdict === 'reachable' && piece.inspectedBy.length > 0) ? ', past a firewall' : '';
    return `${trafficText(uniteAll(open.map(({ traffic }) => traffic)))} to the internet${inspected}`;
  }
  if (verdict === 'undecided') {
    const needs = [...subject.doubts, ...pieces.flatMap((piece) => (piece.verdict === 'undecided' ? piece.doubts : []))].map(
      ({ settledBy }) => settledBy,
    );
    return `needs ${[...new Set(needs)].slice(0, 3).join('; ')}`;
  }
  if (subject.isolated.length > 0 && subject.origins.length === 0) return 'network isolation keeps it from every network';
  if (subject.origins.length === 0) return 'it is connected to no network';
  const addressless = subject.origins.every((origin) => origin.addresses[family].length === 0);
  return addressless ? `it has no IPv${family} address` : 'nothing gets out';
}

/** The fewest changes of any origin. */
function nearest(subject: Subject, network: Network, family: IpFamily): Distance | undefined {
  return subject.origins
    .filter((origin) => origin.addresses[family].length > 0)
    .flatMap((origin) => distanceToInternet(network, origin, family) ?? [])
    .sort((a, b) => a.blockers.length - b.blockers.length)[0];
}
