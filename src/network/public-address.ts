import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import { intersect, type AddressSet, type IpFamily } from './address-set.ts';
import type { Source } from './flow.ts';
import { publicAddresses } from './internet.ts';
import { addressesOfInterface } from './members.ts';

/** What the internet can answer: a public IPv4 address that is paired with one of the interface, or a global IPv6 address of its own. */
export function publicAddressOf(each: NetworkInterface, family: IpFamily): Source['publicAddress'] {
  if (family === 6) return globalAddress(addressesOfInterface(each, 6));
  const pairs = (each.PrivateIpAddresses ?? []).flatMap(({ Association }) => Association ?? []);
  if (pairs.some(({ PublicIp }) => PublicIp !== undefined)) return 'public';
  return pairs.some(({ CarrierIp }) => CarrierIp !== undefined) ? 'carrier' : 'none';
}

/** Are any of these IPv6 addresses global ones? Unique local addresses never leave. */
export function globalAddress(addresses: AddressSet): Source['publicAddress'] {
  return intersect(addresses, publicAddresses[6]).length > 0 ? 'public' : 'none';
}
