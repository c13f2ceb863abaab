import { intersect, type AddressSet, type IpFamily } from '../address-set.ts';
import type { Doubt } from '../doubt.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { addressesOfInterface } from '../members.ts';
import type { Network } from '../network.ts';
import { subnetAddresses, zoneOf } from '../router.ts';
import type { Destination } from '../walk.ts';
import type { EndpointPart } from './record-target.ts';

/** Where traffic for an endpoint goes to. */
export interface EndpointDestinations {
  readonly destinations: readonly Destination[];
  /** The zones in which it has interfaces. */
  readonly zones: readonly string[];
  /** Why destinations may be missing. */
  readonly doubts: readonly Doubt[];
}

/** The interfaces of an endpoint where they were read; otherwise its subnets, since each of them holds one interface of it. */
export function endpointDestinations(network: Network, part: EndpointPart, family: IpFamily): EndpointDestinations {
  const { row, place, zoneName } = part;
  const from = { network, from: place, owner: row.OwnerId };
  const subnets = (row.SubnetIds ?? []).map((id) => find(from, 'subnets', idOf.subnets, id));
  const meant = subnets.flatMap(({ value }) =>
    value !== undefined && (zoneName === undefined || value.AvailabilityZone === zoneName) ? [value] : [],
  );
  const zones = [...new Set(meant.flatMap((subnet) => zoneOf(subnet) ?? []))].sort();
  const groupIds = (row.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  const interfaces = (row.NetworkInterfaceIds ?? []).map((id) => find(from, 'networkInterfaces', idOf.networkInterfaces, id));
  const subnetIds = new Set(meant.map(({ SubnetId }) => SubnetId));
  const doubts = subnets.flatMap(({ doubt }) => doubt ?? []);
  if (interfaces.length > 0 && interfaces.every(({ value }) => value !== undefined)) {
    const destinations = interfaces.flatMap(({ value }): readonly Destination[] => {
      if (value === undefined || (zoneName !== undefined && !subnetIds.has(value.SubnetId))) return [];
      const own = (value.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
      const addresses = onlyMeant(addressesOfInterface(value, family), part);
      const [id, subnetId] = [value.NetworkInterfaceId ?? '', value.SubnetId ?? ''];
      return addresses.length === 0 ? [] : [{ id, addresses, subnetId, groupIds: own.length > 0 ? own : groupIds }];
    });
    return { destinations, zones, doubts: destinations.length === 0 ? doubts : [] };
  }
  const destinations = meant.flatMap((subnet): readonly Destination[] => {
    const addresses = onlyMeant(subnetAddresses(subnet, family), part);
    return addresses.length === 0 ? [] : [{ id: row.VpcEndpointId ?? '', addresses, subnetId: subnet.SubnetId ?? '', groupIds }];
  });
  return { destinations, zones, doubts };
}

function onlyMeant(addresses: AddressSet, { only }: EndpointPart): AddressSet {
  return only === undefined ? addresses : intersect(addresses, only);
}
