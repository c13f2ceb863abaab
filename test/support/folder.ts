import { storedScript } from '../../src/collectors/stored-script.ts';
import type { Fact } from '../../src/inventory/fact.ts';
import { folderInventory } from '../../src/inventory/folder/folder-inventory.ts';
import { readFile } from '../../src/inventory/folder/read-file.ts';
import { sectionFact, type Inventory } from '../../src/inventory/inventory.ts';
import type { SectionName, Sections } from '../../src/inventory/sections.ts';

/** An answer a file, by the path of the file. */
export type Folder = Readonly<Record<string, unknown>>;

export function inventoryOf(folder: Folder, { region, above = '' }: { readonly region?: string; readonly above?: string } = {}): Inventory {
  const time = '2026-08-01T10:00:00.000Z';
  const files = Object.entries(folder).map(([path, json]) => readFile({ path, json }, above, storedScript));
  return folderInventory(files, { region, startedAt: time, completedAt: time });
}

/** One section of a folder of one account and Region, or of those that are named. */
export function factOf<K extends SectionName>(folder: Folder, section: K, region?: string, account?: string): Fact<Sections[K]> {
  const inventory = inventoryOf(folder);
  const { accounts, regions } = inventory.header;
  return sectionFact(inventory, account ?? accounts[0] ?? '', region ?? regions[0] ?? '', section);
}

/** The rows of a section that has to be known. */
export function rowsOf(folder: Folder, section: SectionName, region?: string): readonly object[] {
  const fact: Fact<Iterable<object>> = factOf(folder, section, region);
  if (!fact.known) throw new Error(`${section} is a gap: ${fact.gap.message}`);
  return [...fact.value];
}

/** The keys that a file is recognised by, as section and role. */
export function recognised(json: unknown, path = 'file.json'): readonly string[] {
  return readFile({ path, json }, '', storedScript).answers.map(({ section, role }) => `${section} ${role}`);
}
