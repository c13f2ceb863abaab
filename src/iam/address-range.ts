import ipaddr from 'ipaddr.js';

/** Addresses of one family, both ends included. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const bitsOf = { 4: 32, 6: 128 } as const;

const remembered = new Map<string, AddressRange | undefined>();

/** The same few ranges stand in the policies of thousands of principals. */
const mostRemembered = 5_000;

/** A range in CIDR notation, or one address. Undefined for what is neither, such as `10.1` or `010.0.0.1`. */
export function addressRange(text: string): AddressRange | undefined {
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  const range = read(text);
  remembered.set(text, range);
  return range;
}

function read(text: string): AddressRange | undefined {
  const [address = '', prefix, ...more] = text.split('/');
  const number = addressNumber(address);
  if (number === undefined || more.length > 0) return undefined;
  const bits = bitsOf[number.family];
  if (prefix !== undefined && !/^[0-9]{1,3}$/.test(prefix)) return undefined;
  const length = prefix === undefined ? bits : Number(prefix);
  if (length > bits) return undefined;
  const size = 1n << BigInt(bits - length);
  const first = number.value - (number.value % size);
  return { family: number.family, first, last: first + size - 1n };
}

function addressNumber(text: string): { readonly family: 4 | 6; readonly value: bigint } | undefined {
  const valid = ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValid(text));
  if (!valid || text.includes('%')) return undefined;
  const bytes = ipaddr.parse(text).toByteArray();
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { family: bytes.length === 4 ? 4 : 6, value };
}

/** The address as people write it. */
export function addressText(family: 4 | 6, value: bigint): string {
  const length = bitsOf[family] / 8;
  const bytes = Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}

/** Does one range lie in the other? */
export function liesIn(inner: AddressRange, outer: AddressRange): boolean {
  return inner.family === outer.family && inner.first >= outer.first && inner.last <= outer.last;
}
