import type { Command } from 'commander';
import { once } from './option-values.ts';
import { usageError } from './usage-error.ts';

/** The options that say where a scan keeps what it has finished. */
export interface StateOptions {
  readonly state?: string;
  readonly resume?: boolean;
}

export const stateOptionNames = ['state', 'resume'] as const satisfies readonly (keyof StateOptions)[];

export function addStateOptions(command: Command): Command {
  return command
    .optionsGroup('A scan that may break off:')
    .option('--state <folder>', 'keep each account and Region there as soon as it is read', once('--state'))
    .option('--resume', 'with --state: do not read again what is kept there');
}

/** @throws MlsecError usage */
export function refuseResumeAlone({ state, resume }: StateOptions): void {
  if (resume === true && state === undefined)
    throw usageError('--resume has no effect without --state', 'name the folder that the scan was given');
}
