import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import type { AddressSet, IpFamily } from './address-set.ts';
import type { Source } from './flow.ts';
import type { Found } from './found.ts';
import { addressesOfInterface } from './members.ts';
import { listed, type Network, type Place } from './network.ts';
import { globalAddress, publicAddressOf } from './public-address.ts';
import { routerOf, subnetAddresses } from './router.ts';

/** Who opens connections: an interface that exists, or one that a workload will get in a subnet. */
export interface Origin {
  /** What it is called in answers: an interface, or the subnet in which one is made. */
  readonly id: string;
  readonly place: Place;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly groupIds: readonly string[];
  readonly addresses: { readonly [F in IpFamily]: AddressSet };
  readonly publicAddress: { readonly [F in IpFamily]: Source['publicAddress'] };
}

/**
 * Stands for the groups of what is said to run in a subnet with no group named: an interface has one at least, and AWS chooses it. No answer holds
 * one of this name, so that nothing is concluded from its rules.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
const unnamedGroup = 'a security group that nothing names';

/** What makes two origins of one network alike to it. */
export function originKey({ place, id, subnetId, groupIds, addresses }: Origin): string {
  return [place.account, place.region, id, subnetId, [...groupIds].sort().join(' '), addresses[6].length > 0].join('\n');
}

/** An interface as it is. */
export function interfaceOrigin(network: Network, place: Place, each: NetworkInterface): Origin {
  const subnet = routerOf(network, place, each.SubnetId ?? '').value?.subnet;
  return {
    id: each.NetworkInterfaceId ?? '',
    place,
    subnetId: each.SubnetId ?? '',
    vpcId: each.VpcId ?? '',
    groupIds: (each.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    addresses: { 4: addressesOfInterface(each, 4), 6: addressesOfInterface(each, 6) },
    publicAddress: { 4: publicAddressOf(each, 4, subnet), 6: publicAddressOf(each, 6, subnet) },
  };
}

/**
 * An interface that SageMaker makes in a subnet: with a private IPv4 address, and with an IPv6 address where the workload asks for one. It gets
 * no public IPv4 address, whatever the subnet does for instances.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 *
 * @param dualStack does the workload ask for IPv6 as well?
 */
export function placedOrigin(
  network: Network,
  from: Place,
  subnetId: string,
  groupIds: readonly string[],
  dualStack: boolean,
): Found<Origin> {
  const found = routerOf(network, from, subnetId);
  if (found.value === undefined) return found;
  const { subnet, vpcId } = found.value;
  const four = subnet === undefined ? [] : subnetAddresses(subnet, 4);
  const six = subnet === undefined || !dualStack ? [] : subnetAddresses(subnet, 6);
  return {
    value: {
      id: subnetId,
      place: from,
      subnetId,
      vpcId,
      groupIds: groupIds.length > 0 ? groupIds : [unnamedGroup],
      addresses: { 4: four, 6: six },
      publicAddress: { 4: 'none', 6: globalAddress(six, subnet) },
    },
    place: found.place,
  };
}

/** The interface with this id, wherever it was read. */
export function interfaceById(network: Network, id: string): { readonly place: Place; readonly row: NetworkInterface } | undefined {
  for (const place of network.places) {
    const row = listed(place, 'networkInterfaces').find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);
    if (row !== undefined) return { place, row };
  }
  return undefined;
}
