import type { TraceAnswer } from '../core/trace-report.ts';
import type { IpFamily } from '../network/address-set.ts';
import type { Doubt } from '../network/doubt.ts';
import { fromInternet } from '../network/ingress.ts';
import type { Network } from '../network/network.ts';
import type { Verdict } from '../network/reach.ts';
import { trafficText } from '../network/traffic-text.ts';
import { uniteAll } from '../network/traffic.ts';
import { doubtsOf, type Answered } from './answered.ts';
import type { Subject } from './subject.ts';
import { tracePiece } from './trace-piece.ts';

/** Who on the public internet can open connections to the subject, by this family, straight or by a load balancer? */
export function ingressAnswer(subject: Subject, network: Network, family: IpFamily): Answered {
  const arriving = subject.origins.map((origin) => ({ origin, pieces: fromInternet(network, origin, family).pieces }));
  const pieces = arriving.flatMap((each) => each.pieces);
  const verdicts = new Set(pieces.map(({ verdict }) => verdict));
  const unsure = subject.origins.length > 0 || subject.isolated.length > 0 ? [] : serviceDoubts(subject);
  const doubts = [...subject.doubts, ...unsure];
  const verdict: Verdict = verdicts.has('reachable')
    ? 'reachable'
    : verdicts.has('undecided') || doubts.length > 0
      ? 'undecided'
      : 'blocked';
  const open = pieces.filter((piece) => piece.verdict === 'reachable');
  const needs = [...new Set([...doubts, ...doubtsOf(pieces)].map(({ settledBy }) => settledBy))];
  const summaries: { readonly [V in Verdict]: string } = {
    reachable: `the internet can connect to ${trafficText(uniteAll(open.map(({ traffic }) => traffic)))}`,
    undecided: `needs ${needs.slice(0, 3).join('; ')}`,
    blocked: 'nobody on the internet can connect to it',
  };
  const answer: TraceAnswer = {
    question: 'ingress',
    family,
    target: null,
    verdict,
    summary: summaries[verdict],
    pieces: arriving.flatMap(({ origin, pieces: own }) => own.map((piece) => tracePiece(piece, origin.id))),
    smallestChanges: [],
    distance: null,
    pivots: [],
    policy: null,
  };
  return { answer, doubts: [...doubts, ...doubtsOf(pieces)] };
}

/** How SageMaker guards its own networks is nobody's to see; its API and URLs are a matter of IAM, and not asked here. */
function serviceDoubts({ direct }: Subject): readonly Doubt[] {
  return direct.map(({ of }) => ({
    code: 'UNREADABLE',
    object: of,
    settledBy: 'what SageMaker’s own network lets in, which AWS does not tell',
    gap: undefined,
  }));
}
