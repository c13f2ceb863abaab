import type { Command } from 'commander';
import type { CollectRequest } from '../collectors/collect.ts';
import type { PlanPart } from '../core/plan-part.ts';
import { accountOptionNames } from './account-options.ts';
import type { Context } from './context.ts';
import { once } from './option-values.ts';
import type { Plan } from './plan-file.ts';
import { shardValue, unitsNamed, unitsOfShard, type Shard } from './plan-part.ts';
import { readText } from './read-text.ts';
import { unitName } from './unit-name.ts';
import { usageError } from './usage-error.ts';

/** The options that say which part of a plan is read. */
export interface PlanOptions {
  readonly plan?: string;
  readonly shard?: Shard;
  readonly unit?: string;
}

export const planOptionNames = ['plan', 'shard', 'unit'] as const satisfies readonly (keyof PlanOptions)[];

export function addPlanOptions(command: Command): Command {
  return command
    .optionsGroup('Part of a plan:')
    .option('--plan <path>', 'read what `mlsec plan` has written down, or a part of it (- for stdin)', once('--plan'))
    .option('--shard <i/n>', 'the i-th of n parts, each of whole accounts', shardValue)
    .option('--unit <account[/region]>', 'one unit, or all of an account', once('--unit'));
}

/**
 * A plan says where and since when; an option that would say it otherwise is a misunderstanding.
 *
 * @throws MlsecError usage
 */
export function refuseMixedPlans(command: Command): void {
  const given = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
  if (given('shard') && given('unit')) throw usageError('--shard and --unit name two parts', 'give one of them');
  if (!given('plan')) {
    const part = given('shard') ? '--shard' : given('unit') ? '--unit' : undefined;
    if (part !== undefined) throw usageError(`${part} has no effect without --plan`, 'make a plan first: mlsec plan -o plan.json');
    return;
  }
  const names = new Set(['region', 'since', ...accountOptionNames]);
  const other = command.options.find((option) => names.has(option.attributeName()) && given(option.attributeName()));
  if (other !== undefined)
    throw usageError(`${other.long ?? ''} has no effect with --plan`, 'the plan says so already; make another with mlsec plan');
}

/** What a part of a plan asks of a collection. */
export interface PlannedReading {
  readonly plan: Plan;
  readonly part: PlanPart;
  readonly request: Pick<CollectRequest, 'regions' | 'accounts' | 'role' | 'since'>;
}

/**
 * @param judging whether the part is judged by itself: then every account's own sections are read with it
 * @throws MlsecError usage
 */
export async function plannedReading(options: PlanOptions, judging: boolean, { io, parts }: Context): Promise<PlannedReading | undefined> {
  if (options.plan === undefined) return undefined;
  const { parsePlan } = await import('./plan-file.ts');
  const plan = parsePlan(await readText(options.plan, io), options.plan === '-' ? 'standard input' : options.plan);
  const units =
    options.shard !== undefined
      ? unitsOfShard(plan.units, options.shard)
      : options.unit !== undefined
        ? unitsNamed(plan, options.unit)
        : plan.units;
  const { targetsOfUnits } = await parts.planner();
  const targets = targetsOfUnits(units, plan.units).map((target) => (judging ? { ...target, accountSections: true } : target));
  return {
    plan,
    part: { id: plan.id, units: units.map(unitName), of: plan.units.length },
    request: {
      regions: [plan.home],
      // Told once, by whoever reads the first unit.
      accounts: { targets, notes: units.some((unit) => unit === plan.units[0]) ? plan.notes : [] },
      since: plan.since === null ? null : new Date(plan.since),
      ...(plan.role === null ? {} : { role: plan.role }),
    },
  };
}
