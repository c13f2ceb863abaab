import type { AddressSet, IpFamily } from './address-set.ts';

/** All addresses of each family. */
export const everyAddress: { readonly [F in IpFamily]: AddressSet } = {
  4: [{ first: 0n, last: (1n << 32n) - 1n }],
  6: [{ first: 0n, last: (1n << 128n) - 1n }],
};
