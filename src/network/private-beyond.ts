import { Remembered } from '../inventory/remembered.ts';
import { subtract, type AddressSet } from './address-set.ts';
import { everyAddress } from './every-address.ts';
import { internet } from './internet.ts';
import type { Network, Place } from './network.ts';
import { vpcAddresses } from './router.ts';

const allPrivate = subtract(everyAddress[4], internet[4]);
const nowhere: AddressSet = [];
const known = new Remembered<AddressSet>();

/** The IPv4 addresses that are neither public nor of this VPC: the same set for the same VPC. */
export function privateBeyond(network: Network, from: Place, vpcId: string): AddressSet {
  const own = vpcAddresses(network, from, vpcId, 4) ?? nowhere;
  return known.of([own], () => subtract(allPrivate, own));
}
