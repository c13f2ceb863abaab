import type { Estate } from '../inventory/estate.ts';
import type { Network, Place } from './network.ts';
import { networkSections, type NetworkFacts, type NetworkSection } from './network-sections.ts';

const made = new WeakMap<object, Network>();

/** The network of everything that was read: the same one for the same estate. */
export function networkOf(estate: Estate<NetworkSection>): Network {
  let network = made.get(estate);
  if (network === undefined) made.set(estate, (network = { places: estate.places.map((place) => placeOf(estate, place)) }));
  return network;
}

function placeOf(estate: Estate<NetworkSection>, { account, region }: Pick<Place, 'account' | 'region'>): Place {
  const facts = Object.fromEntries(networkSections.map((section) => [section, estate.fact({ account, region }, section)]));
  // The list of sections is what the type of the facts is made from.
  return { account, region, facts: facts as unknown as NetworkFacts };
}
