import { covers } from '../naive-network.ts';

const reserved4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
].flatMap((line) => line.split(' '));
const reserved6 = ['2001:db8::/32', '3fff::/20'];

/** Is it an address of the public internet? */
export function isPublic(address: string): boolean {
  if (!address.includes(':')) return !reserved4.some((block) => covers(block, address));
  return covers('2000::/3', address) && !reserved6.some((block) => covers(block, address));
}
