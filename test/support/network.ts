import { estateOf } from '../../src/inventory/estate.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import type { NetworkInterface } from '../../src/inventory/sections/network-interfaces.ts';
import type { Network } from '../../src/network/network.ts';
import { networkOf } from '../../src/network/network-of.ts';
import { interfaceById, interfaceOrigin, placedOrigin, type Origin } from '../../src/network/origin.ts';
import { account } from './rows.ts';

/** The network of an inventory that the test kit has built. */
export function networkFrom(inventory: Pick<Inventory, 'sections'>): Network {
  return networkOf(estateOf(inventory));
}

/** A workload in a subnet, or an interface that exists (`eni-…`). */
export function originIn(
  network: Network,
  at: string,
  groupIds: readonly string[] = ['sg-1'],
  { dualStack = false, account: of }: { readonly dualStack?: boolean; readonly account?: string } = {},
): Origin {
  if (at.startsWith('eni-')) {
    const found = interfaceById(network, at);
    if (found === undefined) throw new Error(`no interface ${at}`);
    return interfaceOrigin(network, found.place, found.row);
  }
  const place = network.places.find((each) => of === undefined || each.account === of);
  if (place === undefined) throw new Error('no place');
  const origin = placedOrigin(network, place, at, groupIds, dualStack);
  if (origin.value === undefined) throw new Error(origin.doubt.settledBy);
  return origin.value;
}

/** An interface of vpc-1 in subnet-1 under sg-1, without a public address. */
export function networkInterface(id: string, privateIp: string, given: Partial<NetworkInterface> = {}): NetworkInterface {
  return {
    NetworkInterfaceId: id,
    VpcId: 'vpc-1',
    SubnetId: 'subnet-1',
    OwnerId: account,
    Status: 'in-use',
    InterfaceType: 'interface',
    SourceDestCheck: true,
    Groups: [{ GroupId: 'sg-1' }],
    PrivateIpAddresses: [{ PrivateIpAddress: privateIp, Primary: true }],
    Ipv6Addresses: [],
    ...given,
  };
}
