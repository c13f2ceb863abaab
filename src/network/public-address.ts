import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import type { Subnet } from '../inventory/sections/subnets.ts';
import { intersect, parseCidr, subtract, union, type AddressSet, type IpFamily } from './address-set.ts';
import type { Source } from './flow.ts';
import { publicAddresses } from './internet.ts';
import { addressesOfInterface } from './members.ts';

/**
 * What the internet can answer: a public IPv4 address that is paired with one of the interface, or a global IPv6 address of its own.
 *
 * @param subnet of the interface, where it was read
 */
export function publicAddressOf(each: NetworkInterface, family: IpFamily, subnet: Subnet | undefined): Source['publicAddress'] {
  if (family === 6) return globalAddress(addressesOfInterface(each, 6), subnet);
  const pairs = (each.PrivateIpAddresses ?? []).flatMap(({ Association }) => Association ?? []);
  if (pairs.some(({ PublicIp }) => PublicIp !== undefined)) return 'public';
  return pairs.some(({ CarrierIp }) => CarrierIp !== undefined) ? 'carrier' : 'none';
}

/**
 * Are any of these IPv6 addresses of a subnet global ones? Unique local addresses never leave, nor do those of a block that was allocated as a
 * private one, also where it is global by its number.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html#vpc-private-ipv6-addresses
 */
export function globalAddress(addresses: AddressSet, subnet: Subnet | undefined): Source['publicAddress'] {
  const blocks = (subnet?.Ipv6CidrBlockAssociationSet ?? []).filter(({ Ipv6AddressAttribute }) => Ipv6AddressAttribute === 'private');
  const own = union(blocks.flatMap(({ Ipv6CidrBlock }) => parseCidr(Ipv6CidrBlock ?? '') ?? []));
  return intersect(subtract(addresses, own), publicAddresses[6]).length > 0 ? 'public' : 'none';
}
