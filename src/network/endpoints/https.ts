import type { AddressSet } from '../address-set.ts';
import { areaOf } from '../area.ts';
import { noTraffic, type Traffic } from '../traffic.ts';

/** The port at which services of AWS answer: TCP 443. */
export function https(addresses: AddressSet): Traffic {
  return { ...noTraffic, tcp: areaOf(addresses, [{ first: 443, last: 443 }]) };
}
