import type { PlannedUnit } from '../collectors/targets.ts';
import { suggestion } from './suggest.ts';
import type { Plan } from './plan-file.ts';
import { unitName } from './unit-name.ts';
import { usageError } from './usage-error.ts';

/** One of n shards, counted from one. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/5`. @throws MlsecError usage */
export function shardValue(value: string, earlier?: Shard): Shard {
  if (earlier !== undefined) throw usageError('--shard is given twice');
  const [, index = 0, count = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(value) ?? []).map(Number);
  if (count >= 1 && index >= 1 && index <= count) return { index, count };
  throw usageError(`--shard ${value} is no part of a whole`, 'write 1/4 for the first of four shards, up to 4/4');
}

/**
 * The units of one shard. Shards hold whole accounts, so that what belongs to an account is read once, and a check that looks across its Regions sees
 * them all; the largest accounts are dealt out first, each to the shard with the fewest units. All shards together are the plan, and no two share
 * anything.
 */
export function unitsOfShard(units: readonly PlannedUnit[], { index, count }: Shard): readonly PlannedUnit[] {
  const accounts = new Map<string, PlannedUnit[]>();
  for (const unit of units) accounts.set(unit.account, [...(accounts.get(unit.account) ?? []), unit]);
  const largestFirst = [...accounts].sort(([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1));
  const loads = Array.from({ length: count }, () => 0);
  const mine: PlannedUnit[] = [];
  for (const [, own] of largestFirst) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + own.length;
    if (least === index - 1) mine.push(...own);
  }
  return mine.sort((a, b) => (unitName(a) < unitName(b) ? -1 : 1));
}

/**
 * The units that a name stands for: one of them, or all of an account.
 *
 * @param name `ACCOUNT/REGION`, or `ACCOUNT`
 * @throws MlsecError usage, where the plan has none
 */
export function unitsNamed({ units }: Plan, name: string): readonly PlannedUnit[] {
  const found = units.filter((unit) => unitName(unit) === name || unit.account === name);
  if (found.length > 0) return found;
  throw usageError(
    `--unit ${name} is not in the plan`,
    suggestion(name, units.map(unitName), 'write it as the plan does: ACCOUNT/REGION, or ACCOUNT for all of its units'),
  );
}
