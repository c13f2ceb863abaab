import { Remembered } from '../../inventory/remembered.ts';
import type { AddressSet, IpFamily } from '../address-set.ts';
import type { Piece } from '../flow.ts';
import type { Network } from '../network.ts';
import { originKey, type Origin } from '../origin.ts';
import { reach, type ReachOptions } from '../reach.ts';
import { https } from './https.ts';

const known = new Remembered<Map<string, readonly Piece[]>>();
const interfaces: readonly never[] = [];

/** Where calls to addresses of a service get to. Services that lead to the same addresses, as to all public ones, are followed once. */
export function httpsReach(
  network: Network,
  origin: Origin,
  family: IpFamily,
  addresses: AddressSet,
  { ignore, destinations }: Pick<ReachOptions, 'ignore' | 'destinations'> = {},
): readonly Piece[] {
  const answers = known.of([network, addresses, destinations ?? interfaces], () => new Map());
  const key = [originKey(origin), family, ...(ignore ?? [])].join('\n');
  let pieces = answers.get(key);
  if (pieces === undefined) {
    const options = { ...(ignore === undefined ? {} : { ignore }), ...(destinations === undefined ? {} : { destinations }) };
    answers.set(key, (pieces = reach(network, origin, family, https(addresses), options).pieces));
  }
  return pieces;
}
