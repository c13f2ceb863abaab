import type { Command } from 'commander';
import { join } from 'node:path';
import type { SectionName } from '../inventory/sections.ts';
import type { Context } from './context.ts';
import { collectLive, liveOptionNames, type Collected, type LiveOptions } from './live.ts';
import { isFolder, loadInventory } from './load-inventory.ts';
import { once } from './option-values.ts';
import type { PlanOptions } from './plan-options.ts';
import { packageRoot } from './package-root.ts';
import type { StateOptions } from './state-options.ts';
import { usageError } from './usage-error.ts';

/** Which account is looked at: a live one, what was saved of one, or the bundled demo. */
export interface SourceOptions extends LiveOptions, PlanOptions, StateOptions {
  readonly inventory?: string;
  readonly demo?: boolean;
}

export function addSourceOptions(command: Command): Command {
  return command
    .option(
      '--inventory <path>',
      'read what `collect` saved (- for stdin), or a folder of JSON answers of the AWS CLI',
      once('--inventory'),
    )
    .option('--demo', 'read the bundled demo account');
}

/** @param sections what to read of a live account */
export async function readSource(options: SourceOptions, sections: readonly SectionName[], context: Context): Promise<Collected> {
  if (options.demo === true) return saved(join(packageRoot, 'fixtures', 'accounts', 'demo.ndjson'), undefined, context);
  if (options.inventory !== undefined) return saved(options.inventory, options.region, context);
  return collectLive(options, sections, context, { judging: true });
}

async function saved(path: string, regions: readonly string[] | undefined, context: Context): Promise<Collected> {
  return { inventory: await loadInventory(path, context, regions?.[0]), signal: null };
}

/**
 * One account, from one place; an option that would have no effect is a misunderstanding. `--region` has one on a folder: it is the Region of
 * the files that do not tell theirs.
 */
export function refuseMixedSources(command: Command, { io }: Context): void {
  const given = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
  const { inventory, region } = command.opts<{ readonly inventory?: string; readonly region?: readonly string[] }>();
  if (given('demo') && given('inventory')) throw usageError('--demo and --inventory name two accounts', 'give one of them');
  const source = given('demo') ? '--demo' : given('inventory') ? '--inventory' : undefined;
  const live = command.options.filter(
    (option) => liveOptionNames.some((name) => name === option.attributeName()) && given(option.attributeName()),
  );
  if (source === undefined || live.length === 0) return;
  const other = live.find((option) => option.attributeName() !== 'region');
  const ofFolder = other === undefined && inventory !== undefined && inventory !== '-' && isFolder(inventory, io);
  if (!ofFolder) {
    throw usageError(`${(other ?? live[0])?.long ?? ''} has no effect with ${source}`, 'it is for live accounts; leave one of them out');
  }
  if (region?.length !== 1 || region[0] === 'all') {
    throw usageError(
      '--region names the one Region of files that do not tell theirs',
      'put the files of each Region into a folder named after it',
    );
  }
}
