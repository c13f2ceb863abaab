import type { Network, Place } from '../network.ts';
import type { NetworkFacts, NetworkSection } from '../network-sections.ts';
import type { SectionItem } from '../../inventory/sections.ts';
import type { Fact } from '../../inventory/fact.ts';
import { known } from '../../inventory/fact.ts';

/** From what touches fewest to what touches most: by this order changes are offered. */
export const changeKinds = [
  'narrow-security-group',
  'revoke-security-group-rule',
  'delete-route',
  'delete-transit-gateway-route',
  'block-public-access',
] as const;

/** One change of a network that could cut a path. Never made: shown, with the command that would make it. */
export interface Change {
  readonly kind: (typeof changeKinds)[number];
  /** The object that is changed. */
  readonly object: string;
  /** In words, imperative: `delete the route 0.0.0.0/0 → nat-1 of rtb-1`. */
  readonly summary: string;
  /** The commands of the AWS CLI, in their order. */
  readonly commands: readonly string[];
  /** The network as it would be. */
  readonly apply: (network: Network) => Network;
}

/** A network in which one section of one place has other rows; everything else stays the same objects, with what is known of them. */
export function patched<K extends NetworkSection>(
  network: Network,
  at: Pick<Place, 'account' | 'region'>,
  section: K,
  rows: (before: readonly SectionItem<K>[]) => readonly SectionItem<K>[],
): Network {
  return {
    places: network.places.map((place) => {
      if (place.account !== at.account || place.region !== at.region) return place;
      const fact = place.facts[section] as Fact<readonly SectionItem<K>[]>;
      if (!fact.known) return place;
      const facts = { ...place.facts, [section]: known(rows(fact.value)) } as NetworkFacts;
      return { ...place, facts };
    }),
  };
}

/** A word of a command, quoted for a POSIX shell: what AWS answers may have been written by anybody. */
export function quoted(word: string): string {
  return /^[A-Za-z0-9_./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command of the AWS CLI. */
export function awsCommand(region: string, ...words: readonly string[]): string {
  return ['aws', ...words, '--region', region].map(quoted).join(' ');
}
