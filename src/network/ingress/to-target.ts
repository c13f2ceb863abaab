import { areaOf, TooComplex } from '../area.ts';
import type { AddressSet } from '../address-set.ts';
import { leaveSubnet } from '../cross-subnet.ts';
import { withDoubts, type Doubt } from '../doubt.ts';
import { arrived, blocked, narrowed, past, undecided, type Flow, type Piece, type Sink } from '../flow.ts';
import { forward } from '../forward.ts';
import { leaveInterface } from '../leave-interface.ts';
import type { Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { allReplies, settleReplies } from '../replies.ts';
import { routerOf } from '../router.ts';
import { common, isEmpty, noTraffic } from '../traffic.ts';
import type { Router, Walk } from '../walk.ts';
import { admittedByAcl, admittedByGroups } from './admission.ts';
import type { Front } from './front.ts';
import { ownPorts } from './inbound.ts';

/** One subnet of a load balancer, and its addresses there. */
export interface Node {
  readonly router: Router;
  readonly nodes: AddressSet;
}

/**
 * From a load balancer to its target: with its own address, or with the client's. Where only an attribute tells which, that is open unless both
 * ways come to the same.
 *
 * @param client what has got to the load balancer
 */
export function toTarget(network: Network, origin: Origin, front: Front, node: Node, client: Flow): readonly Piece[] {
  // The client's address can only be kept within one family, and within the load balancer's own VPC.
  const possible = client.family === front.receiver.family && node.router.vpcId === origin.vpcId;
  const keeps = possible ? front.keepsClient : 'no';
  if (keeps === 'no') return asItself(network, origin, front, node, client);
  if (keeps === 'yes') return asClient(network, origin, front, node, client);
  const doubt: Doubt = {
    code: 'UNREADABLE',
    object: front.balancer.id,
    settledBy: `whether ${front.balancer.id} keeps the addresses of clients`,
    gap: undefined,
  };
  return agreed(asItself(network, origin, front, node, client), asClient(network, origin, front, node, client), doubt);
}

/** As the load balancer: from its interface, by routes and borders as anybody in the VPC. */
function asItself(network: Network, origin: Origin, front: Front, node: Node, client: Flow): readonly Piece[] {
  const sent = fromNode(front, node);
  const walk = walkOf(network);
  const groups = front.balancer.groupIds;
  const left = groups.length === 0 ? { passed: [sent], stopped: [] } : leaveInterface(walk, node.router.place, groups, sent);
  const pieces = [...left.stopped, ...left.passed.flatMap((each) => walk.forward(node.router, each))];
  return pieces.map((piece) => ended(client, piece, origin));
}

/** What becomes of the client's flow behind a load balancer that got no further than this. */
function ended(client: Flow, piece: Piece, origin: Origin): Piece {
  const flow: Flow = { ...client, trail: [...client.trail, piece.path] };
  if (piece.verdict === 'blocked') return blocked(flow, piece.blocker.code, piece.blocker.step);
  const known = piece.verdict === 'undecided' ? narrowed(flow, flow.traffic, piece.doubts) : flow;
  return arrived(known, sinkOf(origin));
}

/** As the client: its address meets the border of the target's subnet and the target's groups, which may name the load balancer's. */
function asClient(network: Network, origin: Origin, front: Front, node: Node, client: Flow): readonly Piece[] {
  const found = routerOf(network, origin.place, origin.subnetId);
  if (found.value === undefined) return [undecided(client, found.doubt, sinkOf(origin))];
  const target = found.value;
  const fresh: Flow = { ...client, replies: allReplies(client.family, 'workload') };
  const entered =
    node.router.subnet?.SubnetId === origin.subnetId ? { passed: [fresh], stopped: [] } : overBorder(network, front, node, target, fresh);
  return [
    ...entered.stopped,
    ...entered.passed.flatMap((each) => {
      const at = past(each, { kind: 'network-interface', id: origin.id, detail: `in ${origin.subnetId}` });
      const admitted = admittedByGroups(network, target.place, origin.groupIds, at, ownPorts, front.balancer.groupIds);
      return [
        ...admitted.stopped,
        ...admitted.passed.flatMap((inside) => {
          const settled = settleReplies(inside, 'workload');
          return [...settled.stopped, ...settled.passed.map((end) => arrived(end, sinkOf(origin)))];
        }),
      ];
    }),
  ];
}

function overBorder(network: Network, front: Front, node: Node, target: Router, client: Flow) {
  const left = leaveSubnet(walkOf(network), node.router, fromNode(front, node));
  const [lost] = left.stopped;
  if (left.passed.length === 0 && lost?.verdict === 'blocked') {
    return { passed: [], stopped: [blocked(client, lost.blocker.code, lost.blocker.step)] };
  }
  const doubts = left.passed.reduce<readonly Doubt[]>((sum, each) => withDoubts(sum, each.doubts), []);
  return admittedByAcl(network, target, narrowed(client, client.traffic, doubts), ownPorts);
}

/** What a load balancer sends to its target: by destination, as everything inside of a VPC. */
function fromNode({ balancer, ports, receiver }: Front, { router, nodes }: Node): Flow {
  return {
    family: receiver.family,
    traffic: { ...noTraffic, [ports.kind]: areaOf(receiver.addresses, [{ first: ports.target, last: ports.target }]) },
    source: { addresses: nodes, publicAddress: 'none', vpcId: router.vpcId, groups: balancer.groupIds, isNat: false },
    replies: allReplies(receiver.family, 'gateway'),
    quality: 'full',
    trail: [],
    doubts: [],
    visited: [],
    tablesBack: [],
    inspectedBy: [],
    translated: false,
  };
}

/** Hops to one target beyond which it is not followed. */
const mostHops = 2_000;

function walkOf(network: Network): Walk {
  let hops = 0;
  const walk: Walk = {
    network,
    ignore: new Set(),
    destinations: [],
    forward: (router, flow) => {
      hops += 1;
      if (hops > mostHops) throw new TooComplex();
      return forward(walk, router, flow);
    },
  };
  return walk;
}

function sinkOf({ id }: Origin): Sink {
  return { kind: 'interface', id };
}

/** Open where both are, blocked where both are, and else nobody knows. */
function agreed(ones: readonly Piece[], others: readonly Piece[], doubt: Doubt): readonly Piece[] {
  return ones.flatMap((one) =>
    others.flatMap((other): readonly Piece[] => {
      const traffic = common(one.traffic, other.traffic);
      if (isEmpty(traffic)) return [];
      if (one.verdict === other.verdict && one.verdict !== 'undecided') return [{ ...other, traffic }];
      const own = [one, other].map((piece) => (piece.verdict === 'undecided' ? piece.doubts : []));
      const both = own.reduce(withDoubts, []);
      const [first, ...rest] = one.verdict === other.verdict ? both : withDoubts(both, [doubt]);
      const { family, path, translated } = other.verdict === 'blocked' ? one : other;
      const sink = one.verdict === 'blocked' ? (other.verdict === 'blocked' ? undefined : other.sink) : one.sink;
      return [{ verdict: 'undecided', family, traffic, path, translated, doubts: [first ?? doubt, ...rest], sink, inspectedBy: [] }];
    }),
  );
}
