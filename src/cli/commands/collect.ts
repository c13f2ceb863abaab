import type { Command } from 'commander';
import { resolve } from 'node:path';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { countOf } from '../../inventory/rows.ts';
import { sectionNames } from '../../inventory/sections.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { addCacheOption, addLiveOptions, collectLive, type LiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import { addPlanOptions, refuseMixedPlans, type PlanOptions } from '../plan-options.ts';
import { saveInventory } from '../save-inventory.ts';
import { say } from '../say.ts';
import { parseSince } from '../since.ts';
import { addStateOptions, type StateOptions } from '../state-options.ts';

interface CollectOptions extends LiveOptions, PlanOptions, StateOptions, GlobalOptions {
  readonly output: string;
}

export function addCollectCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('collect')
    .summary('save an account, to audit it later or elsewhere')
    .description('Reads everything that any check looks at (only reads), and saves it as NDJSON for `mlsec audit --inventory`.');
  addStateOptions(addPlanOptions(addCacheOption(addLiveOptions(command))))
    .optionsGroup('Output:')
    .requiredOption('-o, --output <path>', 'the file to write, readable by you alone (- for stdout)', once('--output'))
    .action(async (_options: unknown, self: Command) => {
      refuseMixedPlans(self);
      done(await collect(self.optsWithGlobals(), context));
    });
}

async function collect(options: CollectOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  parseSince(options.since, new Date());
  const { assertWritable } = await import('../output-file.ts');
  const path = options.output === '-' ? null : resolve(io.cwd(), options.output);
  if (path !== null) await assertWritable(path);

  const { inventory, signal } = await collectLive(options, sectionNames, context);
  await saveInventory(path, inventory, context);

  say(
    io,
    `${signal === null ? 'saved' : `stopped by ${signal}; saved`} ${summaryOf(inventory)} to ${path === null ? 'stdout' : options.output}`,
  );
  if (signal === null) return exitCode.clean;
  return signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;
}

function summaryOf({ header, sections }: Inventory): string {
  const rows = sections.reduce((sum, { fact }) => sum + countOf(fact.known ? fact.value : (fact.partial ?? [])), 0);
  const failed = sections.filter(({ fact }) => !fact.known).length;
  const holes = failed === 0 ? '' : ` (${failed} of ${sections.length} lists could not be read)`;
  const accounts = header.accounts.length > 4 ? `${header.accounts.length} accounts` : `account ${header.accounts.join(', ')}`;
  return `${rows} resource${rows === 1 ? '' : 's'} of ${accounts}, ${header.regions.join(', ')}${holes}`;
}
