import { intersect, sizeOf, union, type AddressRange, type IpFamily } from './address-set.ts';
import { internet } from './internet.ts';

/**
 * More public addresses than this and something counts as open: the size of an IPv4 /8, or of an IPv6 /16. Nobody's own network is that large, and
 * whoever can pick from so many addresses has a host among them. One bound for single rules and for any way to split `0.0.0.0/0` into parts.
 */
const widest: { readonly [F in IpFamily]: bigint } = { 4: 1n << 24n, 6: 1n << 112n };

/** Do these blocks of one address family, taken together, hold more public addresses than any one network has? */
export function isWideOpen(blocks: Iterable<AddressRange>, family: IpFamily): boolean {
  return sizeOf(intersect(union(blocks), internet[family])) > widest[family];
}
