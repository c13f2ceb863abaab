import { parseCidr, subtract, union, type AddressRange, type AddressSet, type IpFamily } from './address-set.ts';

/**
 * Blocks that are no part of the public internet.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const specialBlocks4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Blocks for documentation. https://www.iana.org/assignments/iana-ipv6-special-registry */
const exampleBlocks = { 4: ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'], 6: ['2001:db8::/32', '3fff::/20'] } as const;

/**
 * Every address that gateways to the internet take for a public one, by family. Nobody has those for documentation, but AWS says nowhere that it
 * drops them, and people write them in place of addresses that they do not want to tell.
 */
export const publicAddresses: { readonly [F in IpFamily]: AddressSet } = {
  4: subtract([block('0.0.0.0/0')], union(specialBlocks4.map(block))),
  6: [block('2000::/3')],
};

/** Every address of the public internet, by family. */
export const internet: { readonly [F in IpFamily]: AddressSet } = {
  4: subtract(publicAddresses[4], union(exampleBlocks[4].map(block))),
  6: subtract(publicAddresses[6], union(exampleBlocks[6].map(block))),
};

function block(text: string): AddressRange {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`no CIDR block: ${text}`);
  return { first: cidr.first, last: cidr.last };
}
