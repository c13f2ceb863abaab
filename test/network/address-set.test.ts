import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersect, parseCidr, sizeOf, subtract, union, type AddressRange, type AddressSet } from '../../src/network/address-set.ts';

describe('parseCidr', () => {
  it.each([
    ['0.0.0.0/0', 4, 0, 0n, 0xffff_ffffn],
    ['10.0.0.0/8', 4, 8, 0x0a00_0000n, 0x0aff_ffffn],
    ['203.0.113.7/32', 4, 32, 0xcb00_7107n, 0xcb00_7107n],
    ['::/0', 6, 0, 0n, (1n << 128n) - 1n],
    ['2600::/16', 6, 16, 0x2600n << 112n, (0x2601n << 112n) - 1n],
    ['::ffff:10.0.0.0/104', 6, 104, 0xffff_0a00_0000n, 0xffff_0aff_ffffn],
  ] as const)('%s', (text, family, prefix, first, last) => {
    expect(parseCidr(text)).toEqual({ family, prefix, first, last });
  });

  it.each([
    ['an octet with a leading zero', '010.0.0.0/8'],
    ['hexadecimal', '0x0a.0.0.0/8'],
    ['too few octets', '10.0/8'],
    ['one number', '167772160/8'],
    ['an octet too large', '256.0.0.0/8'],
    ['host bits', '10.0.0.1/8'],
    ['IPv6 host bits', '2600::1/16'],
    ['no prefix', '10.0.0.0'],
    ['an empty prefix', '10.0.0.0/'],
    ['a prefix too long', '10.0.0.0/33'],
    ['a signed prefix', '10.0.0.0/+8'],
    ['a prefix with a leading zero', '10.0.0.0/08'],
    ['two prefixes', '10.0.0.0/8/8'],
    ['a zone', 'fe80::%eth0/10'],
    ['spaces', ' 10.0.0.0/8'],
    ['a prefix list', 'pl-6da54004'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe('set algebra agrees with counting addresses one by one', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
    .map(([first, size]): AddressRange => ({ first: BigInt(first), last: BigInt(first + size) }));
  const ranges = fc.array(range, { maxLength: 8 });
  const members = (set: readonly AddressRange[]): Set<bigint> => {
    const all = new Set<bigint>();
    for (const { first, last } of set) for (let address = first; address <= last; address += 1n) all.add(address);
    return all;
  };
  const tidy = (set: AddressSet): boolean =>
    set.every(({ first, last }, i) => first <= last && (i === 0 || first > (set[i - 1]?.last ?? 0n) + 1n));

  it('union', () => {
    fc.assert(
      fc.property(ranges, (a) => {
        expect(members(union(a))).toEqual(members(a));
        expect(tidy(union(a))).toBe(true);
        expect(sizeOf(union(a))).toBe(BigInt(members(a).size));
      }),
    );
  });

  it('intersection and difference', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const [left, right] = [union(a), union(b)];
        const [x, y] = [members(a), members(b)];
        expect(members(intersect(left, right))).toEqual(new Set([...x].filter((address) => y.has(address))));
        expect(members(subtract(left, right))).toEqual(new Set([...x].filter((address) => !y.has(address))));
      }),
    );
  });
});
