import type { AnySectionRecord, Inventory } from './inventory.ts';
import { globalRegion, sectionNames } from './sections.ts';

/**
 * Inventories of parts of one estate as one, the same whatever their order. What belongs to an account may have been read with several of its
 * parts: what was read is kept before what was not.
 *
 * @param inventories at least one, of one partition
 */
export function mergeInventories(inventories: readonly Inventory[]): Inventory {
  const headers = inventories.map(({ header }) => header);
  const sections = new Map<string, AnySectionRecord>();
  for (const record of inventories.flatMap((inventory) => inventory.sections)) {
    const key = `${record.account}\n${record.region}\n${record.section}`;
    const there = sections.get(key);
    if (there === undefined || (!there.fact.known && record.fact.known)) sections.set(key, record);
  }
  const parts = headers.flatMap(({ plan }) => plan ?? []);
  const [first] = parts;
  return {
    header: {
      accounts: sorted(headers.flatMap(({ accounts }) => accounts)),
      regions: sorted(headers.flatMap(({ regions }) => regions)),
      partition: headers[0]?.partition ?? '',
      startedAt: earliest(headers.map(({ startedAt }) => startedAt)),
      completedAt: sorted(headers.map(({ completedAt }) => completedAt)).at(-1) ?? '',
      since: headers.some(({ since }) => since === null) ? null : earliest(headers.flatMap(({ since }) => since ?? [])),
      interrupted: headers.some(({ interrupted }) => interrupted),
      ...(first === undefined ? {} : { plan: { id: first.id, units: sorted(parts.flatMap(({ units }) => units)), of: first.of } }),
    },
    sections: [...sections.values()].sort(byPlace),
  };
}

function earliest(times: readonly string[]): string {
  return sorted(times)[0] ?? '';
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

/** As a collection orders them: by account, what belongs to the account first, then by Region. */
function byPlace(a: AnySectionRecord, b: AnySectionRecord): number {
  return (
    compare(a.account, b.account) ||
    Number(b.region === globalRegion) - Number(a.region === globalRegion) ||
    compare(a.region, b.region) ||
    sectionNames.indexOf(a.section) - sectionNames.indexOf(b.section)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
