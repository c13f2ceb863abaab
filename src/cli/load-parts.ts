import { openSync, readSync, closeSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Inventory } from '../inventory/inventory.ts';
import type { Context } from './context.ts';
import type { Io } from './io.ts';
import { loadInventory } from './load-inventory.ts';
import { loadReport } from './load-report.ts';
import type { FiledReport } from './mergeable-reports.ts';
import { unreadable } from './unreadable.ts';
import { usageError } from './usage-error.ts';

export type Parts =
  | { readonly kind: 'inventories'; readonly files: readonly { readonly name: string; readonly inventory: Inventory }[] }
  | { readonly kind: 'reports'; readonly files: readonly FiledReport[] };

/**
 * The inventories, or the reports, in some files and in the files of some folders.
 *
 * @throws MlsecError usage, for what is neither, and for some of each
 */
export async function loadParts(paths: readonly string[], context: Pick<Context, 'io' | 'openRows'>): Promise<Parts> {
  const { io } = context;
  const names = paths.flatMap((path) => filesIn(path, io));
  const kinds = names.map((name) => ({ name, isReport: isReport(name, io) }));
  const report = kinds.find((file) => file.isReport);
  const inventory = kinds.find((file) => !file.isReport);
  if (report !== undefined && inventory !== undefined) {
    throw usageError(
      `${report.name} is a report, and ${inventory.name} is not`,
      'merge inventories with inventories, and reports with reports',
    );
  }
  if (report !== undefined) {
    const files: FiledReport[] = [];
    for (const { name } of kinds) files.push({ name, report: await loadReport(name, io) });
    return { kind: 'reports', files };
  }
  const files: { name: string; inventory: Inventory }[] = [];
  for (const { name } of kinds) files.push({ name, inventory: await loadInventory(name, context) });
  return { kind: 'inventories', files };
}

/** The file, or the files of a folder by name. */
function filesIn(path: string, io: Io): readonly string[] {
  const place = resolve(io.cwd(), path);
  try {
    if (!statSync(place).isDirectory()) return [path];
    const names = readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ndjson|json)$/i.test(entry.name))
      .map(({ name }) => join(path, name))
      .sort();
    if (names.length > 0) return names;
  } catch (error) {
    throw unreadable(path, error);
  }
  throw usageError(`${path} holds no .ndjson or .json file`, 'name the folder with what `mlsec collect --plan` wrote');
}

/** A report is one JSON object over many lines, an inventory one a line, the first of which says what it is. */
function isReport(path: string, io: Io): boolean {
  const head = Buffer.alloc(64);
  try {
    const file = openSync(resolve(io.cwd(), path), 'r');
    try {
      readSync(file, head);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  return /^\uFEFF?\s*\{\s*"schemaVersion"/.test(head.toString('utf8'));
}
