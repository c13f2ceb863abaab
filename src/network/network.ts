import type { Fact } from '../inventory/fact.ts';
import type { SectionItem } from '../inventory/sections.ts';
import type { NetworkFacts, NetworkSection } from './network-sections.ts';

/** One account and Region, as far as packets are concerned. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly facts: NetworkFacts;
}

/**
 * All accounts and Regions that were read. Ids of network objects are unique over AWS, so that a way from one place into another needs nothing
 * but the id that leads there.
 */
export interface Network {
  readonly places: readonly Place[];
}

const nothing: readonly never[] = [];

/** What was read of a section, also where the list broke off. Never to be used to conclude that something is absent. */
export function listed<K extends NetworkSection>(place: Place, section: K): readonly SectionItem<K>[] {
  // Every section of the network is a list of its rows; the table over all sections cannot say so of one.
  const fact = place.facts[section] as Fact<readonly SectionItem<K>[]>;
  return fact.known ? fact.value : (fact.partial ?? nothing);
}
