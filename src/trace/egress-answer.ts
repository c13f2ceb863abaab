import type { JsonValue } from '../core/json-value.ts';
import type { PathStep } from '../core/path-step.ts';
import type { TraceAnswer, TracePiece } from '../core/trace-report.ts';
import type { IpFamily } from '../network/address-set.ts';
import { distanceToInternet, type Distance } from '../network/changes/distance.ts';
import { smallestChanges, type Bystander } from '../network/changes/smallest-change.ts';
import type { Doubt } from '../network/doubt.ts';
import type { Piece } from '../network/flow.ts';
import type { Network } from '../network/network.ts';
import { pivotsOf } from '../network/pivots.ts';
import { internetVerdict, maybeInternet, toInternet, type Verdict } from '../network/reach.ts';
import { trafficText } from '../network/traffic-text.ts';
import { uniteAll } from '../network/traffic.ts';
import { doubtsOf, type Answered } from './answered.ts';
import type { Subject } from './subject.ts';
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

/** AWS says that its own networks reach the internet, and not whether they do so by IPv6: that is left open. */
function withoutService(subject: Subject): Subject {
  const doubts = subject.direct.map(({ of }): Doubt => ({
    code: 'UNREADABLE',
    object: of,
    settledBy: 'whether SageMaker’s own network carries IPv6, which AWS does not tell',
    gap: undefined,
  }));
  return { ...subject, direct: [], doubts: [...subject.doubts, ...doubts] };
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

/** Networks of SageMaker's own, which no answer of EC2 knows. */
function servicePieces(subject: Subject): readonly TracePiece[] {
  const piece = (verdict: TracePiece['verdict'], path: readonly PathStep[], blockedBy: TracePiece['blockedBy']): TracePiece => ({
    verdict,
    origin: 'sagemaker',
    traffic: [],
    shareOfInternet: verdict === 'reachable' ? 1 : 0,
    reply: verdict === 'reachable' ? 'full' : null,
    path,
    blockedBy,
    undecidedBy: [],
  });
  const said = (value: JsonValue): string => (value === null ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value));
  return [
    ...subject.direct.map(({ of, path, value }) =>
      piece(
        'reachable',
        [
          { kind: 'service-network', id: 'sagemaker', detail: `${of}: ${path} ${said(value)}` },
          { kind: 'internet', id: 'internet', detail: 'past every VPC, route, group and ACL of yours' },
        ],
        null,
      ),
    ),
    ...subject.isolated.map(({ of, path, value }) => {
      const detail = `${of}: ${path} ${said(value)}`;
      return piece('blocked', [{ kind: 'blocked-by-network-isolation', id: of, detail }], {
        code: 'NETWORK_ISOLATION',
        object: of,
        detail,
      });
    }),
  ];
}

/** What leaves open where the subject is connected at all. */
function doubtPieces({ doubts }: Subject): readonly TracePiece[] {
  return doubts.map(({ code, object, settledBy, gap }: Doubt) => ({
    verdict: 'undecided',
    origin: 'sagemaker',
    traffic: [],
    shareOfInternet: 0,
    reply: null,
    path: [{ kind: 'undecided', id: object, detail: `${code}: needs ${settledBy}` }],
    blockedBy: null,
    undecidedBy: [{ code, object, needs: settledBy, operation: gap?.operation ?? null }],
  }));
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
