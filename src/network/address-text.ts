import ipaddr from 'ipaddr.js';
import type { AddressRange, AddressSet, IpFamily } from './address-set.ts';

const bitsOf = { 4: 32, 6: 128 } as const;

/** One address in its usual notation. */
export function addressText(address: bigint, family: IpFamily): string {
  const bytes: number[] = [];
  for (let at = bitsOf[family] / 8 - 1; at >= 0; at -= 1) bytes.push(Number((address >> BigInt(at * 8)) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}

/** A set as the fewest CIDR blocks that hold exactly it. */
export function cidrsOf(set: AddressSet, family: IpFamily): readonly string[] {
  return set.flatMap((range) => [...blocksOf(range, family)]);
}

function* blocksOf({ first, last }: AddressRange, family: IpFamily): Generator<string, void> {
  for (let from = first; from <= last;) {
    let free = 0;
    // The largest block that starts here and does not reach beyond the end.
    while (free < bitsOf[family] && from % (1n << BigInt(free + 1)) === 0n && from + (1n << BigInt(free + 1)) - 1n <= last) free += 1;
    yield `${addressText(from, family)}/${bitsOf[family] - free}`;
    from += 1n << BigInt(free);
  }
}
