import type { VpcEndpoint } from '../inventory/sections/vpc-endpoints.ts';
import { union, type IpFamily } from './address-set.ts';
import { find } from './found.ts';
import { idOf } from './ids.ts';
import { addressesOfInterface } from './members.ts';
import type { Network, Place } from './network.ts';
import { subnetAddresses } from './router.ts';
import type { Destination } from './walk.ts';

/**
 * The interfaces of an endpoint as destinations: those that were read, and for each other subnet of the endpoint some address in it.
 */
export function endpointDestinations(network: Network, from: Place, endpoint: VpcEndpoint, family: IpFamily): readonly Destination[] {
  const groupIds = (endpoint.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  const where = { network, from };
  const interfaces = (endpoint.NetworkInterfaceIds ?? []).flatMap((id) => {
    const row = find(where, 'networkInterfaces', idOf.networkInterfaces, id).value;
    return row === undefined ? [] : [{ id, addresses: union(addressesOfInterface(row, family)), subnetId: row.SubnetId ?? '', groupIds }];
  });
  const seen = new Set(interfaces.map(({ subnetId }) => subnetId));
  const others = (endpoint.SubnetIds ?? [])
    .filter((subnetId) => !seen.has(subnetId))
    .flatMap((subnetId) => {
      const subnet = find(where, 'subnets', idOf.subnets, subnetId).value;
      const id = endpoint.VpcEndpointId ?? '';
      return subnet === undefined ? [] : [{ id, addresses: subnetAddresses(subnet, family), subnetId, groupIds }];
    });
  return [...interfaces, ...others].filter(({ addresses }) => addresses.length > 0);
}
