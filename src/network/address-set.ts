import ipaddr from 'ipaddr.js';

export type IpFamily = 4 | 6;

/** Addresses from first to last, both included. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** Addresses of one family as ranges that are sorted, do not overlap and do not touch. */
export type AddressSet = readonly AddressRange[];

/** A CIDR block. */
export interface Cidr extends AddressRange {
  readonly family: IpFamily;
  readonly prefix: number;
}

const bitsOf = { 4: 32, 6: 128 } as const;

/**
 * Reads a CIDR block strictly: four decimal octets without leading zeros or any valid IPv6 form, a prefix length, no host bits.
 * AWS answers only such; anything else is undefined rather than guessed at.
 */
export function parseCidr(text: string): Cidr | undefined {
  if (blocks.has(text)) return blocks.get(text);
  const block = readCidr(text);
  if (blocks.size < mostBlocks) blocks.set(text, block);
  return block;
}

/** What has been read: the blocks of an account are few, and come up again with every rule, route and check. */
const blocks = new Map<string, Cidr | undefined>();
const mostBlocks = 10_000;

function readCidr(text: string): Cidr | undefined {
  const [address = '', prefixText = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^(0|[1-9][0-9]{0,2})$/.test(prefixText)) return undefined;
  const family = familyOf(address);
  if (family === undefined) return undefined;
  const bits = bitsOf[family];
  const prefix = Number(prefixText);
  if (prefix > bits) return undefined;
  const first = numberOf(address);
  const size = 1n << BigInt(bits - prefix);
  if (first % size !== 0n) return undefined;
  return { family, prefix, first, last: first + size - 1n };
}

/** Reads one address, or a CIDR block, as strictly as {@link parseCidr}. */
export function parseAddress(text: string): Cidr | undefined {
  if (text.includes('/')) return parseCidr(text);
  const family = familyOf(text);
  return family === undefined ? undefined : parseCidr(`${text}/${bitsOf[family]}`);
}

function familyOf(address: string): IpFamily | undefined {
  if (/^(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){3}$/.test(address) && ipaddr.IPv4.isValid(address)) return 4;
  if (address.includes(':') && !address.includes('%') && ipaddr.IPv6.isValid(address)) return 6;
  return undefined;
}

function numberOf(address: string): bigint {
  return ipaddr
    .parse(address)
    .toByteArray()
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** All addresses that are in any of the ranges. */
export function union(ranges: Iterable<AddressRange>): AddressSet {
  const sorted = [...ranges];
  if (sorted.length > 1) sorted.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const merged: AddressRange[] = [];
  for (let at = 0; at < sorted.length; at += 1) {
    const { first, last } = sorted[at] as AddressRange;
    const previous = merged.at(-1);
    if (previous === undefined || first > previous.last + 1n) merged.push({ first, last });
    else if (last > previous.last) merged[merged.length - 1] = { first: previous.first, last };
  }
  return merged;
}

/** The addresses that are in both sets. */
export function intersect(a: AddressSet, b: AddressSet): AddressSet {
  const common: AddressRange[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] as AddressRange;
    const right = b[j] as AddressRange;
    const first = left.first > right.first ? left.first : right.first;
    const last = left.last < right.last ? left.last : right.last;
    if (first <= last) common.push({ first, last });
    if (left.last < right.last) i += 1;
    else j += 1;
  }
  return common;
}

/** The addresses of the first set that are not in the second. */
export function subtract(a: AddressSet, b: AddressSet): AddressSet {
  if (a === b) return [];
  if (a.length === 0 || b.length === 0) return a;
  const rest: AddressRange[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 1) {
    const { first, last } = a[i] as AddressRange;
    let from = first;
    while (j < b.length && (b[j] as AddressRange).last < from) j += 1;
    for (let k = j; k < b.length && (b[k] as AddressRange).first <= last; k += 1) {
      const hole = b[k] as AddressRange;
      if (hole.first > from) rest.push({ first: from, last: hole.first - 1n });
      from = hole.last + 1n;
    }
    if (from <= last) rest.push({ first: from, last });
  }
  return rest;
}

/** How many addresses a set holds. */
export function sizeOf(set: AddressSet): bigint {
  return set.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
}
