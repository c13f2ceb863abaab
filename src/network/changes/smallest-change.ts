import type { Piece } from '../flow.ts';
import type { IpFamily } from '../address-set.ts';
import type { Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { internetVerdict, toInternet, type Verdict } from '../reach.ts';
import { accessChanges } from './access-change.ts';
import { changeKinds, type Change } from './change.ts';
import { endpointsReached } from './endpoints-reached.ts';
import { groupChanges } from './group-changes.ts';
import { routeChanges } from './route-changes.ts';

/** Changes that together cut every way of an origin to the internet, and what else they do. */
export interface Cut {
  readonly changes: readonly Change[];
  /** Endpoints of AWS services that the origin reaches now, and would not any more. */
  readonly endpointsLost: readonly string[];
  /** Others that reach the internet now, and would not any more; as the caller named them. */
  readonly othersCut: readonly string[];
}

/** Others in the network, all placed alike, whom a change may concern. */
export interface Bystander {
  readonly names: readonly string[];
  readonly origin: Origin;
}

/** More would be a project, and no change. */
const mostChanges = 3;

/** Enough to choose from. */
const shown = 3;

/**
 * The smallest changes that keep an origin from the internet, best first: fewest changes, then fewest endpoints lost, then what touches least.
 *
 * Found by trying: a change is made in a copy of the network, and the question asked anew. Taking something away can open another way (a
 * shorter prefix, the main table, another rule of the group), so that no count of the objects on the path would tell.
 *
 * @returns none where the origin does not reach the internet for certain, or where no such changes are known
 */
export function smallestChanges(network: Network, origins: readonly Origin[], bystanders: readonly Bystander[]): readonly Cut[] {
  const candidates = origins.flatMap((origin) => candidatesFor(network, origin));
  const unique = [...new Map(candidates.map((change) => [change.summary, change])).values()];
  const cuts = cutting(network, origins, unique);
  const ranked = cuts.map((changes) => ({ changes, ...effects(network, origins, bystanders, changes) }));
  return ranked.sort(byHarm).slice(0, shown);
}

function candidatesFor(network: Network, origin: Origin): readonly Change[] {
  const open = families.flatMap((family) => toInternet(network, origin, family)).filter(({ verdict }) => verdict === 'reachable');
  if (open.length === 0) return [];
  const path = open.flatMap((piece) => piece.path());
  const exits = network.places.filter((place) => place === origin.place || open.some((piece) => leavesBy(piece, place)));
  return [...groupChanges(network, origin), ...routeChanges(network, origin.place, path), ...accessChanges(exits)];
}

const families: readonly IpFamily[] = [4, 6];

/** Is the internet gateway of a piece one of this place? */
function leavesBy(piece: Piece, { facts }: Network['places'][number]): boolean {
  if (piece.verdict !== 'reachable' || !facts.internetGateways.known) return false;
  return facts.internetGateways.value.some(({ InternetGatewayId }) => InternetGatewayId === piece.sink.id);
}

/** The smallest sets of changes with which nothing gets out any more: single ones where there are any, otherwise pairs, otherwise three. */
function cutting(network: Network, origins: readonly Origin[], candidates: readonly Change[]): readonly (readonly Change[])[] {
  // What was open to doubt before may stay so; a change may not make a doubt of what was certain.
  const cuts = new Set<Verdict>(doubted(network, origins) ? ['blocked', 'undecided'] : ['blocked']);
  let sets: readonly (readonly Change[])[] = candidates.map((change) => [change]);
  for (let size = 1; size <= mostChanges; size += 1) {
    const found = sets.filter((set) => cuts.has(verdictOf(after(network, set), origins)));
    if (found.length > 0 || size === mostChanges) return found;
    sets = sets
      .flatMap((set) => candidates.slice(candidates.indexOf(set.at(-1) as Change) + 1).map((next) => [...set, next]))
      .slice(0, mostSets);
  }
  return [];
}

function doubted(network: Network, origins: readonly Origin[]): boolean {
  return origins.some((origin) =>
    families.some((family) => toInternet(network, origin, family).some(({ verdict }) => verdict === 'undecided')),
  );
}

/** Beyond so many sets the search ends: an answer that takes minutes is none. */
const mostSets = 400;

function after(network: Network, changes: readonly Change[]): Network {
  return changes.reduce((before, change) => change.apply(before), network);
}

function verdictOf(network: Network, origins: readonly Origin[]): Verdict {
  const verdicts = new Set<Verdict>(
    origins.flatMap((origin) => {
      const moved = movedTo(network, origin);
      return families.map((family) => (moved === undefined ? 'undecided' : internetVerdict(toInternet(network, moved, family))));
    }),
  );
  return verdicts.has('reachable') ? 'reachable' : verdicts.has('undecided') ? 'undecided' : 'blocked';
}

/** The same origin in another network. */
function movedTo(network: Network, origin: Origin): Origin | undefined {
  const place = network.places.find(({ account, region }) => account === origin.place.account && region === origin.place.region);
  return place === undefined ? undefined : { ...origin, place };
}

function effects(
  network: Network,
  origins: readonly Origin[],
  bystanders: readonly Bystander[],
  changes: readonly Change[],
): Pick<Cut, 'endpointsLost' | 'othersCut'> {
  const changed = after(network, changes);
  const before = new Set(origins.flatMap((origin) => endpointsReached(network, origin)));
  const still = new Set(origins.flatMap((origin) => endpointsReached(changed, movedTo(changed, origin) ?? origin)));
  const othersCut = bystanders.filter(
    ({ origin }) => verdictOf(network, [origin]) === 'reachable' && verdictOf(changed, [origin]) !== 'reachable',
  );
  return {
    endpointsLost: [...before].filter((id) => !still.has(id)).sort(),
    othersCut: [...new Set(othersCut.flatMap(({ names }) => names))].sort(),
  };
}

function byHarm(a: Cut, b: Cut): number {
  return (
    a.changes.length - b.changes.length ||
    a.endpointsLost.length - b.endpointsLost.length ||
    rankOf(a) - rankOf(b) ||
    // Alike in all this they stay as they were found: nearest to the origin first.
    a.othersCut.length - b.othersCut.length
  );
}

function rankOf({ changes }: Cut): number {
  return Math.max(...changes.map(({ kind }) => changeKinds.indexOf(kind)));
}
