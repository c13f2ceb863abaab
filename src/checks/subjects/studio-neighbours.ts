import type { Gap } from '../../core/gap.ts';
import { between } from '../../network/between.ts';
import { classKey } from '../../network/class-reach.ts';
import type { Doubt } from '../../network/doubt.ts';
import type { Piece, ReachablePiece, UndecidedPiece } from '../../network/flow.ts';
import { couldAdmit, ingressSources } from '../../network/ingress-sources.ts';
import type { Network, Place } from '../../network/network.ts';
import { placedOrigin, type Origin } from '../../network/origin.ts';
import type { Workload } from '../../workloads/workload.ts';

/** Workloads that are placed alike: who reaches one of them reaches all, and what one reaches all reach. */
export interface PlacedClass {
  readonly key: string;
  readonly names: readonly string[];
  readonly origin: Origin;
}

/** All apps of Studio users in one account and Region, by class, and what hides more of them. */
export interface Neighbours {
  readonly network: Network;
  readonly place: Place;
  readonly classes: readonly PlacedClass[];
  /** Profiles of which nobody can tell where they are, and why. */
  readonly unresolved: readonly string[];
  readonly doubts: readonly Doubt[];
  readonly hidden: Gap | undefined;
  /** Answers already found, by the two classes. */
  readonly memo: Map<string, readonly Piece[]>;
}

export function neighboursOf(profiles: readonly Workload[], network: Network, place: Place, unread: Gap | undefined): Neighbours {
  const classes = new Map<string, { key: string; names: string[]; origin: Origin }>();
  const unresolved: string[] = [];
  const doubts: Doubt[] = [];
  let hidden = unread;
  for (const { resource, placements, unresolved: reasons } of profiles) {
    if (reasons.length > 0) unresolved.push(resource.name);
    for (const placement of placements) {
      if (!placement.known) {
        hidden ??= placement.gap;
        continue;
      }
      const { subnetIds, securityGroupIds: groupIds } = placement.value;
      for (const subnetId of subnetIds) {
        const key = classKey(place, { subnetId, groupIds, dualStack: false });
        const before = classes.get(key);
        if (before !== undefined) {
          before.names.push(resource.name);
          continue;
        }
        const origin = placedOrigin(network, place, subnetId, [...new Set(groupIds)].sort(), false);
        if (origin.value === undefined) doubts.push(origin.doubt);
        else classes.set(key, { key, names: [resource.name], origin: origin.value });
      }
    }
  }
  return { network, place, classes: [...classes.values()], unresolved, doubts, hidden, memo: new Map() };
}

/** One way from another user's apps to a user's. */
export interface WayIn<P extends Piece = Piece> {
  /** Those who can take it. */
  readonly names: readonly string[];
  readonly from: Origin;
  readonly to: Origin;
  readonly piece: P;
}

/** Who of the others gets to the apps of one profile: for certain, and perhaps. */
export function waysIn(
  neighbours: Neighbours,
  name: string,
): { readonly open: readonly WayIn<ReachablePiece>[]; readonly doubted: readonly WayIn<UndecidedPiece>[] } {
  const open: WayIn<ReachablePiece>[] = [];
  const doubted: WayIn<UndecidedPiece>[] = [];
  for (const target of neighbours.classes.filter(({ names }) => names.includes(name))) {
    const sources = ingressSources(neighbours.network, neighbours.place, target.origin.groupIds);
    for (const source of neighbours.classes) {
      const names = source.names.filter((other) => other !== name);
      // Most pairs need no proof: no inbound rule could mean the sender.
      if (names.length === 0 || !couldAdmit(sources, source.origin)) continue;
      const way = { names, from: source.origin, to: target.origin };
      for (const piece of piecesBetween(neighbours, source, target)) {
        if (piece.verdict === 'reachable') open.push({ ...way, piece });
        else if (piece.verdict === 'undecided') doubted.push({ ...way, piece });
      }
    }
  }
  return { open, doubted };
}

function piecesBetween({ network, memo }: Neighbours, source: PlacedClass, target: PlacedClass): readonly Piece[] {
  const key = `${source.key}\n${target.key}`;
  let pieces = memo.get(key);
  if (pieces === undefined) memo.set(key, (pieces = between(network, source.origin, target.origin)));
  return pieces;
}
