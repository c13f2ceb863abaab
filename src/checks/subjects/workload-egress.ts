import type { Gap } from '../../core/gap.ts';
import { eachKnown, MissingFact } from '../../inventory/fact.ts';
import { classReach } from '../../network/class-reach.ts';
import type { Doubt } from '../../network/doubt.ts';
import type { BlockedPiece, Piece, ReachablePiece, UndecidedPiece } from '../../network/flow.ts';
import type { Network, Place } from '../../network/network.ts';
import { maybeInternet } from '../../network/reach.ts';
import type { Connection, ConnectionGround } from '../../workloads/connection.ts';
import type { Workload } from '../../workloads/workload.ts';

/** One part of what a workload sends, and where it was placed when it was sent. */
export interface Sent<P extends Piece> {
  readonly ground: ConnectionGround;
  readonly subnetId: string;
  readonly piece: P;
}

/** What a workload's code can send to the internet, over all its connections. */
export interface WorkloadEgress {
  /** Networks of SageMaker's own that lead to the internet. */
  readonly direct: readonly ConnectionGround[];
  readonly reachable: readonly Sent<ReachablePiece>[];
  readonly undecided: readonly Sent<UndecidedPiece>[];
  readonly blocked: readonly Sent<BlockedPiece>[];
  /** Why it is connected to nothing at all. */
  readonly isolated: readonly ConnectionGround[];
  /** Networks of SageMaker's own that lead to container registries only. */
  readonly registries: readonly ConnectionGround[];
  /** What leaves open where it is connected. */
  readonly unknown: readonly { readonly ground: ConnectionGround; readonly reason: string }[];
  /** Subnets that could not be followed. */
  readonly unplaced: readonly { readonly ground: ConnectionGround; readonly subnetId: string; readonly doubt: Doubt }[];
  /** The first read whose failure hides a connection. */
  readonly gap: Gap | undefined;
}

/** Follows everything that a workload's code can send to the public internet. */
export function workloadEgress(workload: Workload, network: Network, place: Place): WorkloadEgress {
  const found: Mutable<WorkloadEgress> = {
    direct: [],
    reachable: [],
    undecided: [],
    blocked: [],
    isolated: [],
    registries: [],
    unknown: [],
    unplaced: [],
    gap: undefined,
  };
  try {
    for (const connection of eachKnown(workload.connections)) follow(connection, network, place, found);
  } catch (error) {
    if (!(error instanceof MissingFact)) throw error;
    found.gap = error.gap;
  }
  return found;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function follow(connection: Connection, network: Network, place: Place, found: Mutable<WorkloadEgress>): void {
  const { ground } = connection;
  if (connection.kind === 'vpc') {
    const { subnetIds, securityGroupIds: groupIds } = connection.placement;
    for (const subnetId of subnetIds) {
      const reach = classReach(network, place, { subnetId, groupIds, dualStack: connection.dualStack });
      if (reach.doubt !== undefined) found.unplaced.push({ ground, subnetId, doubt: reach.doubt });
      else for (const piece of [...reach.pieces[4], ...reach.pieces[6]]) sort(piece, { ground, subnetId }, found);
    }
  } else if (connection.kind === 'unknown') found.unknown.push({ ground, reason: connection.reason });
  else found[listOf[connection.kind]].push(ground);
}

const listOf = { isolated: 'isolated', 'service-network': 'direct', 'service-registries': 'registries' } as const;

function sort(piece: Piece, where: Omit<Sent<Piece>, 'piece'>, found: Mutable<WorkloadEgress>): void {
  if (piece.verdict === 'blocked') found.blocked.push({ ...where, piece });
  else if (piece.verdict === 'reachable') {
    if (piece.sink.kind === 'internet') found.reachable.push({ ...where, piece });
  } else if (maybeInternet(piece)) found.undecided.push({ ...where, piece });
}
