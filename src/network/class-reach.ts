import type { IpFamily } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import type { Piece } from './flow.ts';
import type { Network, Place } from './network.ts';
import { placedOrigin, type Origin } from './origin.ts';
import { toInternet } from './reach.ts';

/** Where a workload's interfaces are made: workloads that agree in this are one class, and have one answer. */
export interface PlacedIn {
  readonly subnetId: string;
  readonly groupIds: readonly string[];
  readonly dualStack: boolean;
}

/** What a class of workloads reaches of the internet. */
export type ClassReach =
  | { readonly origin: Origin; readonly pieces: { readonly [F in IpFamily]: readonly Piece[] }; readonly doubt?: never }
  | { readonly doubt: Doubt };

const computed = new WeakMap<Network, Map<string, ClassReach>>();

/** Which workloads have one answer: by subnet, groups and addressing, in one account and Region. */
export function classKey({ account, region }: Pick<Place, 'account' | 'region'>, { subnetId, groupIds, dualStack }: PlacedIn): string {
  return [account, region, subnetId, dualStack, ...[...new Set(groupIds)].sort()].join(' ');
}

/** What workloads of a class reach of the internet, over both families; computed once for each class. */
export function classReach(network: Network, from: Place, placed: PlacedIn): ClassReach {
  let known = computed.get(network);
  if (known === undefined) computed.set(network, (known = new Map()));
  const key = classKey(from, placed);
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = reachOf(network, from, placed)));
  return answer;
}

function reachOf(network: Network, from: Place, { subnetId, groupIds, dualStack }: PlacedIn): ClassReach {
  const origin = placedOrigin(network, from, subnetId, [...new Set(groupIds)].sort(), dualStack);
  if (origin.value === undefined) return { doubt: origin.doubt };
  return { origin: origin.value, pieces: { 4: toInternet(network, origin.value, 4), 6: toInternet(network, origin.value, 6) } };
}
