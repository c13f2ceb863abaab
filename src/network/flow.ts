import type { PathStep } from '../core/path-step.ts';
import type { AddressSet, IpFamily } from './address-set.ts';
import type { Area } from './area.ts';
import { withDoubts, type Doubt } from './doubt.ts';
import type { Traffic } from './traffic.ts';
import type { WayBack } from './way-back.ts';

/** Who sends, as the hop that is reached sees it. */
export interface Source {
  /** What the packets bear as their source: one address, or all of a subnet where the interface does not exist yet. */
  readonly addresses: AddressSet;
  /** What the internet gateway, or the carrier gateway, pairs the source with. Of IPv6: is it a global address? */
  readonly publicAddress: 'public' | 'carrier' | 'none';
  /** The VPC whose interface sends. */
  readonly vpcId: string;
  /** The security groups that later rules may refer to; undefined once a middlebox, a NAT or another network has hidden them. */
  readonly groups: readonly string[] | undefined;
  /** Why nobody can say whether rules may refer to them. */
  readonly groupsDoubt?: Doubt | undefined;
  /** Is it a NAT gateway, whose traffic Block Public Access treats in its own way? */
  readonly isNat: boolean;
}

/**
 * Which replies come back: pairs of a remote address and the sender's own port, by protocol. Security groups are stateful and let every reply
 * pass; network ACLs and routes do not.
 */
export interface Replies {
  readonly must: RepliesOf;
  readonly may: RepliesOf;
  /** What stops those that do not come back. */
  readonly stoppedBy: PathStep | undefined;
  /** Why `may` holds more than `must`, where it does. */
  readonly doubt: Doubt | undefined;
}

export interface RepliesOf {
  readonly tcp: Area;
  readonly udp: Area;
}

/**
 * How well replies get back. `full`: to every port that ordinary clients choose. `intermittent`: to some of them. `odd-ports`: only to others,
 * which code that wants out can choose. `one-way`: none, and only UDP, ICMP and protocols without ports leave.
 */
export type ReplyQuality = 'full' | 'intermittent' | 'odd-ports' | 'one-way';

/** Makes the steps of a path for the traffic that went all the way. */
export type Trail = (traffic: Traffic) => readonly PathStep[];

/** Whether a transit gateway leads replies back to where a flow has come from. */
export interface TableBack {
  readonly answer: WayBack;
  readonly step: PathStep;
  /** Why it is not known, where it is not. */
  readonly doubt: Doubt | undefined;
}

/** Packets on their way: a set of destinations, protocols and ports that all pass the same objects. */
export interface Flow {
  readonly family: IpFamily;
  /** By destination. */
  readonly traffic: Traffic;
  readonly source: Source;
  readonly replies: Replies;
  /** The worst of the stretches behind a NAT gateway that have been settled. */
  readonly quality: ReplyQuality;
  readonly trail: readonly Trail[];
  /** Why it may not have come this far; empty where it has for certain. */
  readonly doubts: readonly Doubt[];
  /** Gateways, endpoints and appliances passed: to see loops, and to see that replies come back the same way. */
  readonly visited: readonly string[];
  /** Whether the tables of the transit gateways passed lead replies back: asked of them only where replies go by such a gateway. */
  readonly tablesBack: readonly TableBack[];
  /** The firewall endpoints passed. */
  readonly inspectedBy: readonly string[];
  /** Is it IPv4 traffic that set out as IPv6 (NAT64)? */
  readonly translated: boolean;
}

/** Codes of what stops packets. */
export type BlockCode =
  | 'NETWORK_ISOLATION'
  | 'NO_ADDRESS'
  | 'SECURITY_GROUP'
  | 'NETWORK_ACL'
  | 'NETWORK_ACL_RETURN'
  | 'NO_ROUTE'
  | 'BLACKHOLE'
  | 'NO_RETURN_ROUTE'
  | 'NEVER_FORWARDED'
  | 'NOT_INTERNET'
  | 'NO_PUBLIC_ADDRESS'
  | 'NOT_ATTACHED'
  | 'GATEWAY_UNAVAILABLE'
  | 'BLOCK_PUBLIC_ACCESS'
  | 'NAT_PROTOCOL'
  | 'NAT_FAMILY'
  | 'NAT_ZONE'
  | 'LOOP'
  | 'SOURCE_DEST_CHECK'
  | 'FIREWALL'
  | 'NOT_IN_PEER'
  | 'NOT_ACTIVE'
  | 'NOT_ASSOCIATED'
  | 'NO_ZONE'
  | 'FAMILY'
  | 'NO_INTERFACE'
  | 'NO_SESSION'
  | 'ENDPOINT_PROTOCOL'
  | 'DENY_IGW_TRAFFIC';

/** What stopped a piece of traffic, and the very rule, route or setting. */
export interface Blocker {
  readonly code: BlockCode;
  readonly step: PathStep;
}

/** Where traffic ends that gets through. */
export interface Sink {
  readonly kind: 'internet' | 'aws-service' | 'interface' | 'peer-network' | 'on-premises';
  /** The gateway, endpoint or interface. */
  readonly id: string;
}

/** What becomes of one part of the traffic. */
export type Piece = ReachablePiece | BlockedPiece | UndecidedPiece;

interface PieceBase {
  readonly family: IpFamily;
  readonly traffic: Traffic;
  readonly translated: boolean;
  /** The hops, made when asked for. */
  readonly path: () => readonly PathStep[];
}

export interface ReachablePiece extends PieceBase {
  readonly verdict: 'reachable';
  readonly sink: Sink;
  readonly reply: ReplyQuality;
  readonly inspectedBy: readonly string[];
}

export interface BlockedPiece extends PieceBase {
  readonly verdict: 'blocked';
  readonly blocker: Blocker;
}

export interface UndecidedPiece extends PieceBase {
  readonly verdict: 'undecided';
  readonly doubts: readonly [Doubt, ...Doubt[]];
  /** Where it may end. */
  readonly sink: Sink | undefined;
  readonly inspectedBy: readonly string[];
}

/** The same flow with less traffic, or with more doubts. */
export function narrowed(flow: Flow, traffic: Traffic, doubts: readonly Doubt[] = []): Flow {
  return { ...flow, traffic, doubts: withDoubts(flow.doubts, doubts) };
}

/** The flow after a hop that is the same for all of it. */
export function past(flow: Flow, ...steps: readonly PathStep[]): Flow {
  return { ...flow, trail: [...flow.trail, () => steps] };
}

/** The end of a flow that an object stops. */
export function blocked(flow: Flow, code: BlockCode, step: PathStep, traffic: Traffic = flow.traffic): BlockedPiece {
  return { verdict: 'blocked', ...base(flow, traffic), blocker: { code, step } };
}

/** The end of a flow of which nobody can say whether it goes on. */
export function undecided(flow: Flow, doubt: Doubt, sink?: Sink, traffic: Traffic = flow.traffic): UndecidedPiece {
  const doubts = withDoubts(flow.doubts, [doubt]) as readonly [Doubt, ...Doubt[]];
  return { verdict: 'undecided', ...base(flow, traffic), doubts, sink, inspectedBy: flow.inspectedBy };
}

/** The end of a flow that arrives: for certain, or undecided where it carries doubts. */
export function arrived(flow: Flow, sink: Sink): ReachablePiece | UndecidedPiece {
  const [first, ...rest] = flow.doubts;
  const { inspectedBy } = flow;
  if (first !== undefined) return { verdict: 'undecided', ...base(flow, flow.traffic), doubts: [first, ...rest], sink, inspectedBy };
  return { verdict: 'reachable', ...base(flow, flow.traffic), sink, reply: flow.quality, inspectedBy };
}

function base({ family, trail, translated }: Flow, traffic: Traffic): PieceBase {
  return { family, traffic, translated, path: () => trail.flatMap((steps) => steps(traffic)) };
}
