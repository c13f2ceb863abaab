import type { PathStep } from '../core/path-step.ts';
import type { AddressSet, IpFamily } from './address-set.ts';
import { TooComplex } from './area.ts';
import type { Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { blocked, past, undecided, type Flow, type Piece } from './flow.ts';
import { forward } from './forward.ts';
import { nat64Addresses } from './hops/nat64.ts';
import { internet } from './internet.ts';
import { leaveInterface } from './leave-interface.ts';
import type { Network } from './network.ts';
import type { Origin } from './origin.ts';
import { partitioned } from './partitioned.ts';
import { proxyExits } from './proxies.ts';
import { allReplies } from './replies.ts';
import { routerOf } from './router.ts';
import { allTraffic, type Traffic } from './traffic.ts';
import type { Destination, Walk } from './walk.ts';

export type Verdict = 'reachable' | 'blocked' | 'undecided';

/** What becomes of everything that an origin may send: pieces that do not overlap and leave nothing out. */
export interface Reach {
  readonly family: IpFamily;
  readonly pieces: readonly Piece[];
}

export interface ReachOptions {
  /** Blockers to pass by, see {@link Walk.ignore}. */
  readonly ignore?: ReadonlySet<string>;
  /** Who may receive, where it is not only interfaces that exist. */
  readonly destinations?: readonly Destination[];
  /** Does the origin stand for any host of its subnet, whatever groups that carries? */
  readonly anyHost?: boolean;
}

/**
 * Where the traffic of an origin gets to.
 *
 * The origin's own code is the adversary: it takes any source port, and needs no reply to send data by UDP or ICMP.
 *
 * @param traffic by destination, what to ask about
 * @returns undecided as a whole where the rules are too many to work with
 */
export function reach(network: Network, origin: Origin, family: IpFamily, traffic: Traffic, options: ReachOptions = {}): Reach {
  const flow = startOf(origin, family, traffic);
  try {
    return { family, pieces: partitioned(walked(network, origin, flow, options)) };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const doubt: Doubt = { code: 'TOO_COMPLEX', object: origin.id, settledBy: 'fewer rules', gap: undefined };
    return { family, pieces: [undecided(flow, doubt)] };
  }
}

function startOf(origin: Origin, family: IpFamily, traffic: Traffic): Flow {
  return {
    family,
    traffic,
    source: {
      addresses: origin.addresses[family],
      publicAddress: origin.publicAddress[family],
      vpcId: origin.vpcId,
      groups: origin.groupIds,
      isNat: false,
    },
    replies: allReplies(family, 'workload'),
    quality: 'full',
    trail: [],
    doubts: [],
    visited: [],
    tablesBack: [],
    inspectedBy: [],
    translated: false,
  };
}

/** Hops on one question beyond which it is not followed: gateways that lead to gateways, without end for any use. */
const mostHops = 2_000;

function walked(
  network: Network,
  origin: Origin,
  flow: Flow,
  { ignore = new Set(), destinations = [], anyHost = false }: ReachOptions,
): readonly Piece[] {
  let hops = 0;
  const walk: Walk = {
    network,
    ignore,
    destinations,
    forward: (router, onward) => {
      hops += 1;
      if (hops > mostHops) throw new TooComplex();
      return forward(walk, router, onward);
    },
  };
  if (flow.source.addresses.length === 0) {
    const step: PathStep = { kind: 'network-interface', id: origin.id, detail: `has no IPv${flow.family} address` };
    return [blocked(flow, 'NO_ADDRESS', step)];
  }
  const router = routerOf(network, origin.place, origin.subnetId);
  if (router.value === undefined) return [undecided(flow, router.doubt)];
  const start = router.value;
  const inside = past(flow, { kind: 'subnet', id: origin.subnetId, detail: start.vpcId });
  if (anyHost) return walk.forward(start, inside);
  const { passed, stopped } = leaveInterface(walk, origin.place, origin.groupIds, inside);
  return [...stopped, ...passed.flatMap((each) => walk.forward(start, each))];
}

/** Everything to the public internet, of one family. */
export function toInternet(network: Network, origin: Origin, family: IpFamily, options: ReachOptions = {}): readonly Piece[] {
  const direct = reach(network, origin, family, allTraffic(internet[family], family), options).pieces;
  const proxied = proxyExits(
    network,
    origin,
    family,
    (traffic, destinations) => reach(network, origin, family, traffic, { ...options, destinations }).pieces,
  );
  const own = proxied.length === 0 ? direct : partitioned([...direct, ...proxied]);
  // IPv4 hosts can be reached from IPv6 interfaces, too, behind a NAT gateway that translates.
  if (family === 6 || origin.addresses[6].length === 0) return own;
  const behind = reach(network, origin, 6, allTraffic(nat64Addresses, 6), options).pieces.filter(({ translated }) => translated);
  return [...own, ...behind];
}

/** Everything there is, of one family. */
export function toAnywhere(network: Network, origin: Origin, family: IpFamily, options: ReachOptions = {}): Reach {
  return reach(network, origin, family, allTraffic(everyAddress[family], family), options);
}

/** Everything to these addresses. */
export function toAddresses(network: Network, origin: Origin, family: IpFamily, addresses: AddressSet, options: ReachOptions = {}): Reach {
  return reach(network, origin, family, allTraffic(addresses, family), options);
}

/** Does any of it get out to the internet? A doubt about a way that ends elsewhere is none about the internet. */
export function internetVerdict(pieces: readonly Piece[]): Verdict {
  if (pieces.some((piece) => piece.verdict === 'reachable' && piece.sink.kind === 'internet')) return 'reachable';
  if (pieces.some((piece) => piece.verdict === 'undecided' && maybeInternet(piece))) return 'undecided';
  return 'blocked';
}

/** May an undecided piece end in the internet? */
export function maybeInternet(piece: Extract<Piece, { verdict: 'undecided' }>): boolean {
  return piece.sink === undefined || piece.sink.kind === 'internet' || piece.sink.kind === 'on-premises';
}
