import type { AddressSet, IpFamily } from './address-set.ts';
import type { Piece } from './flow.ts';
import type { Network, Place } from './network.ts';
import { placedOrigin, type Origin } from './origin.ts';
import { toAddresses } from './reach.ts';
import type { Destination } from './walk.ts';

/** An origin as one who receives. */
export function asDestination({ id, addresses, subnetId, groupIds }: Origin, family: IpFamily): Destination {
  return { id, addresses: addresses[family], subnetId, groupIds };
}

/** What one workload's code can send to another workload's interfaces, by both families. */
export function between(network: Network, from: Origin, to: Origin): readonly Piece[] {
  return towards(network, from, to, false);
}

/** What any host of a subnet can send to a workload's interfaces, whatever security groups the host carries. */
export function fromSubnet(network: Network, place: Place, subnetId: string, to: Origin): readonly Piece[] {
  const host = placedOrigin(network, place, subnetId, [], to.addresses[6].length > 0);
  return host.value === undefined ? [] : towards(network, host.value, to, true);
}

function towards(network: Network, from: Origin, to: Origin, anyHost: boolean): readonly Piece[] {
  return ([4, 6] as const).flatMap((family) => {
    const addresses: AddressSet = to.addresses[family];
    if (addresses.length === 0 || from.addresses[family].length === 0) return [];
    return toAddresses(network, from, family, addresses, { destinations: [asDestination(to, family)], anyHost }).pieces;
  });
}
