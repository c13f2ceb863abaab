import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { listed, type Network, type Place } from '../network.ts';

/** An endpoint, and where it was read. */
export interface FoundEndpoint {
  readonly row: VpcEndpoint;
  readonly place: Place;
}

const indexes = new WeakMap<object, ReadonlyMap<string, readonly FoundEndpoint[]>>();

/** The endpoints of a VPC, wherever they were read. */
export function vpcEndpointsOf(network: Network, vpcId: string): readonly FoundEndpoint[] {
  return byVpc(network).get(vpcId) ?? [];
}

/** Every endpoint that was read, each once. */
export function allVpcEndpoints(network: Network): readonly FoundEndpoint[] {
  return [...byVpc(network).values()].flat();
}

function byVpc(network: Network): ReadonlyMap<string, readonly FoundEndpoint[]> {
  let index = indexes.get(network);
  if (index === undefined) {
    const made = new Map<string, FoundEndpoint[]>();
    const seen = new Set<string>();
    for (const place of network.places) {
      for (const row of listed(place, 'vpcEndpoints')) {
        const id = row.VpcEndpointId ?? '';
        if (seen.has(id)) continue;
        seen.add(id);
        const of = made.get(row.VpcId ?? '') ?? [];
        of.push({ row, place });
        made.set(row.VpcId ?? '', of);
      }
    }
    indexes.set(network, (index = made));
  }
  return index;
}
