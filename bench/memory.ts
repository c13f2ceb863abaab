import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inventoryLines } from '../src/inventory/inventory-lines.ts';
import { syntheticInventory } from './synthetic-inventory.ts';
import { table } from './table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const formats = ['json', 'sarif'] as const;
/** Notebooks, and models, beside the jobs. */
const others = 100;

/**
 * The most memory that `mlsec audit --inventory FILE` takes, by the number of jobs in the file, as the operating system counts it: all checks, the
 * report in each format to a file that keeps nothing. Each in a process of its own, of the program as it is installed.
 */
export function memory(sizes: readonly number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlsec-bench-memory-'));
  try {
    const rows = sizes.map((size) => {
      const file = join(folder, `${size}.ndjson`);
      const bytes = save(file, size);
      const peaks = formats.map((format) => peakOf(file, format));
      rmSync(file);
      return [size.toLocaleString('en'), (bytes / 1e6).toFixed(0), ...peaks.map((peak) => (peak / 1024).toFixed(0))];
    });
    return table(['jobs', 'inventory (MB)', ...formats.map((format) => `peak memory, ${format} (MB)`)], rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function save(path: string, size: number): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  let batch = '';
  for (const line of inventoryLines(syntheticInventory(size + 2 * others, others), '0.0.0')) {
    batch += `${line}\n`;
    if (batch.length < 1e6) continue;
    bytes += writeSync(file, batch);
    batch = '';
  }
  bytes += writeSync(file, batch);
  closeSync(file);
  return bytes;
}

/** In kilobytes. */
function peakOf(file: string, format: string): number {
  const args = ['--require', join(root, 'bench', 'print-peak.cjs'), join(root, 'bin', 'mlsec.js')];
  const run = spawnSync(process.execPath, [...args, 'audit', '--inventory', file, '-o', `${format}=/dev/null`, '--fail-on', 'none'], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.output[3]);
}
