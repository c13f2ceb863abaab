import { inventoryLines } from '../inventory/inventory-lines.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Context } from './context.ts';
import { stoppable } from './signals.ts';
import { writeStream } from './write-stream.ts';

/** An inventory shows how an account can be attacked: for the eyes of its owner. */
const ownerOnly = 0o600;

/**
 * Saves an inventory, whole or not at all.
 *
 * @param path absolute; null for stdout
 * @throws MlsecError usage, where it cannot be written
 */
export async function saveInventory(path: string | null, inventory: Inventory, { io, version }: Context): Promise<void> {
  const lines = endedLines(inventoryLines(inventory, version));
  if (path === null) return writeStream(io.stdout, lines);
  const { writeFileWhole } = await import('./output-file.ts');
  return stoppable(io, (stop) => writeFileWhole(path, lines, stop, ownerOnly));
}

function* endedLines(lines: Iterable<string>): Generator<string, void> {
  for (const line of lines) yield `${line}\n`;
}
