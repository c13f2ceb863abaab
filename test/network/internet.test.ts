import { describe, expect, it } from 'vitest';
import { parseCidr } from '../../src/network/address-set.ts';
import { internet } from '../../src/network/internet.ts';

const isPublic = (address: string): boolean => {
  const cidr = parseCidr(`${address}/${address.includes(':') ? 128 : 32}`);
  if (cidr === undefined) throw new Error(address);
  return internet[cidr.family].some(({ first, last }) => first <= cidr.first && cidr.first <= last);
};

describe('internet', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '52.95.110.1',
    '11.0.0.0',
    '9.255.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '223.255.255.255',
    '2600::1',
    '2a05:d018::1',
  ])('%s is public', (address) => expect(isPublic(address)).toBe(true));

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '0.0.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '203.0.113.9',
    'fd00::1',
    'fe80::1',
    '::1',
    '2001:db8::1',
  ])('%s is not', (address) => expect(isPublic(address)).toBe(false));
});
