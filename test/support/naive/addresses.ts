import { covers } from '../naive-network.ts';

const reserved4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24',
  '192.168.0.0/16 198.18.0.0/15 224.0.0.0/3',
].flatMap((line) => line.split(' '));

/** Does a gateway carry it to the internet? Addresses for documentation are nobody's, and carried all the same. */
export function isPublic(address: string): boolean {
  if (!address.includes(':')) return !reserved4.some((block) => covers(block, address));
  return covers('2000::/3', address);
}
