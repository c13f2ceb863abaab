import { createHash } from 'node:crypto';
import type { Cell } from './cells.ts';

/** The day, so that others are drawn tomorrow. */
export function seedOfToday(): number {
  return Math.floor(Date.now() / 86_400_000);
}

/** So many of the cells, the same ones for the same seed. */
export function drawn(cells: readonly Cell[], count: number, seed: number): readonly Cell[] {
  const lot = ({ operation, kind }: Cell): string => createHash('sha256').update(`${seed} ${operation} ${kind}`).digest('hex');
  return cells
    .map((cell) => ({ cell, lot: lot(cell) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ cell }) => cell);
}

/** One of them, each in its turn as the seed goes up. */
export function inTurn<T>(all: readonly T[], seed: number): T {
  const one = all[seed % all.length];
  if (one === undefined) throw new Error(`nothing to take in turn by seed ${seed}`);
  return one;
}
