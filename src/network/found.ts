import { indexBy } from '../inventory/index-by.ts';
import type { SectionItem } from '../inventory/sections.ts';
import type { Doubt } from './doubt.ts';
import { listed, type Network, type Place } from './network.ts';
import type { NetworkSection } from './network-sections.ts';

/** An object and the place where it was read, or why it is not known. */
export type Found<T> = FoundValue<T> | Unfound;

export interface FoundValue<T> {
  readonly value: T;
  readonly place: Place;
  readonly doubt?: never;
}

export interface Unfound {
  readonly value?: never;
  readonly doubt: Doubt;
}

export interface Where {
  readonly network: Network;
  /** Where the id was met: that place is asked first, and its failed reads are what hides the object. */
  readonly from: Place;
  /** The account that owns what holds the object, where it is known: an object of an account that was not read is not dangling. */
  readonly owner?: string | undefined;
  /** The Region that holds it, where that is another than the one in which the id was met. */
  readonly region?: string | undefined;
}

/**
 * Looks an object up by its id, in every place that was read.
 *
 * @param key a function that lives as long as the program, see {@link indexBy}
 */
export function find<K extends NetworkSection>(
  { network, from, owner, region }: Where,
  section: K,
  key: (row: SectionItem<K>) => string | undefined,
  id: string,
): Found<SectionItem<K>> {
  // A row that was read is a row, also where the list broke off behind it.
  const near = indexBy(listed(from, section), key).get(id);
  if (near !== undefined) return { value: near, place: from };
  for (const place of network.places) {
    const value = place === from ? undefined : indexBy(listed(place, section), key).get(id);
    if (value !== undefined) return { value, place };
  }
  const [account, where] = [owner ?? from.account, region ?? from.region];
  const asked = network.places.find((place) => place.account === account && place.region === where);
  if (asked === undefined) {
    return { doubt: { code: 'CROSS_ACCOUNT', object: id, settledBy: `${id}, read in ${account} ${where}`, gap: undefined } };
  }
  const fact = asked.facts[section];
  if (!fact.known) return { doubt: { code: 'NO_PERMISSION', object: id, settledBy: `${id} (${fact.gap.permission})`, gap: fact.gap } };
  return { doubt: { code: 'DANGLING', object: id, settledBy: `${id}, which no answer holds`, gap: undefined } };
}
