import { sectionNames } from '../sections.ts';
import { recognisers } from './recognisers.ts';
import { reservations } from './reservations.ts';

/** The top-level keys of each kind of answer that a folder may hold, in the order of the sections and without repetition. */
export function recognisedKeys(): readonly (readonly string[])[] {
  const sources = sectionNames.flatMap((section) => [...recognisers[section].lists, ...(recognisers[section].explain?.details ?? [])]);
  const keys = [...sources, reservations].map((source) => source.keys);
  return [...new Map(keys.map((each) => [each.join(), each])).values()];
}
