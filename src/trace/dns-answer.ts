import type { TraceAnswer, TracePiece } from '../core/trace-report.ts';
import { dnsChannel, type DnsChannel } from '../network/dns-channel.ts';
import type { Network, Place } from '../network/network.ts';
import type { Verdict } from '../network/reach.ts';
import type { Answered } from './answered.ts';
import type { Subject } from './subject.ts';

/** Can the subject send data out in the names that it asks the resolver for? */
export function dnsAnswer(subject: Subject, network: Network): Answered {
  const vpcs = new Map<string, Place>(subject.origins.map(({ vpcId, place }) => [vpcId, place]));
  const channels = [...vpcs].map(([vpcId, place]) => ({ vpcId, channel: dnsChannel(network, place, vpcId) }));
  const verdicts = new Set(channels.map(({ channel }) => channel.verdict));
  const direct = subject.direct.length > 0;
  const verdict: Verdict =
    direct || verdicts.has('reachable') ? 'reachable' : verdicts.has('undecided') || subject.doubts.length > 0 ? 'undecided' : 'blocked';
  const told = channels.filter(({ channel }) => channel.verdict === verdict).map(({ channel }) => channel.summary);
  const answer: TraceAnswer = {
    question: 'dns',
    family: null,
    target: null,
    verdict,
    summary: direct
      ? 'a network of SageMaker’s own resolves every name'
      : [...new Set(told)].join('; ') ||
        (verdict === 'blocked' ? 'network isolation keeps it from every resolver' : 'where it is connected is not known'),
    pieces: channels.map(({ vpcId, channel }) => channelPiece(vpcId, channel)),
    smallestChanges: [],
    distance: null,
    pivots: [],
    policy: null,
  };
  return { answer, doubts: [...subject.doubts, ...channels.flatMap(({ channel }) => channel.doubts)] };
}

function channelPiece(origin: string, { verdict, path, doubts }: DnsChannel): TracePiece {
  const undecided = verdict === 'undecided';
  const last = path.at(-1);
  return {
    verdict,
    origin,
    traffic: [],
    shareOfInternet: 0,
    reply: null,
    path: undecided
      ? [
          ...path,
          ...doubts.map(({ code, object, settledBy }) => ({ kind: 'undecided', id: object, detail: `${code}: needs ${settledBy}` })),
        ]
      : path,
    blockedBy: verdict === 'blocked' && last !== undefined ? { code: 'DNS', object: last.id, detail: last.detail } : null,
    undecidedBy: undecided
      ? doubts.map(({ code, object, settledBy, gap }) => ({ code, object, needs: settledBy, operation: gap?.operation ?? null }))
      : [],
  };
}
