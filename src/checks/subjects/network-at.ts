import type { Estate } from '../../inventory/estate.ts';
import type { Network, Place } from '../../network/network.ts';
import { networkOf } from '../../network/network-of.ts';
import type { NetworkSection } from '../../network/network-sections.ts';
import type { Scope } from '../check.ts';

/** The network of everything that was read, as it is seen from where a check is looking. */
export interface NetworkAt {
  readonly network: Network;
  readonly place: Place;
}

/** @throws where the scope is none of the estate's places, which the engine takes its scopes from */
export function networkAt({ estate, scope }: { readonly estate: Estate<NetworkSection>; readonly scope: Scope }): NetworkAt {
  const network = networkOf(estate);
  const place = network.places.find(({ account, region }) => account === scope.account && region === scope.region);
  if (place === undefined) throw new Error(`nothing was read of ${scope.account} ${scope.region}`);
  return { network, place };
}
