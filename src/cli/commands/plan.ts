import type { Command } from 'commander';
import { resolve } from 'node:path';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import { accountsAsked, defaultRoleName } from '../account-options.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { addLiveOptions, connectRequest, whileWatched, type LiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import type { Plan } from '../plan-file.ts';
import { say } from '../say.ts';
import { stoppable } from '../signals.ts';
import { parseSince } from '../since.ts';
import { usageError } from '../usage-error.ts';
import { writeStream } from '../write-stream.ts';

interface PlanCommandOptions extends LiveOptions, GlobalOptions {
  readonly output: string;
  readonly items?: string;
}

const examples = `
Examples:
  mlsec plan --org --region all -o plan.json
  mlsec collect --plan plan.json --shard 1/4 -o shard-1.ndjson   and so on to 4/4, anywhere, at any time
  mlsec merge shard-*.ndjson --plan plan.json`;

export function addPlanCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('plan')
    .summary('write down which accounts and Regions there are, for many workers to read')
    .description(
      'Writes the units of an estate, one account and Region each, which `collect` and `audit` read in parts, and `merge` puts together.',
    );
  addLiveOptions(command)
    .optionsGroup('Output:')
    .requiredOption('-o, --output <path>', 'the file to write (- for stdout)', once('--output'))
    .option('--items <path>', 'also write a JSON list with one item an account, for a Map state or a CI matrix', once('--items'))
    .addHelpText('after', examples)
    .action(async (_options: unknown, self: Command) => done(await plan(self.optsWithGlobals(), context)));
}

async function plan(options: PlanCommandOptions, context: Context): Promise<ExitCode> {
  const { io, parts, version } = context;
  const since = parseSince(options.since, new Date());
  const { assertWritable } = await import('../output-file.ts');
  const paths = [options.output, ...(options.items === undefined ? [] : [options.items])];
  if (paths.length === 2 && paths[0] === paths[1]) throw usageError('--output and --items name one file', 'name two');
  for (const path of paths) if (path !== '-') await assertWritable(resolve(io.cwd(), path));

  const asked = await accountsAsked(options, context);
  if (asked.accounts !== undefined && 'targets' in asked.accounts) throw new Error('a plan is made from no plan');
  const { accounts, role } = asked;
  const connecting = connectRequest(options, context);
  const { planUnits } = await parts.planner();
  const { found, signal } = await whileWatched(context, async (stop) => ({
    found: await planUnits({
      ...connecting,
      ...(role === undefined ? {} : { role }),
      ...(accounts === undefined ? {} : { accounts }),
      signal: stop,
    }),
    signal: null,
  }));
  if (signal !== null) return signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;

  const { planId, planText } = await import('../plan-file.ts');
  const made: Plan = {
    partition: found.partition,
    home: found.home,
    role: accounts === undefined ? null : (role ?? { name: defaultRoleName }),
    since: since?.toISOString() ?? null,
    units: found.units,
    notes: found.notes,
  };
  await write(options.output, planText(made, version), context);
  const ids = [...new Set(made.units.map(({ account }) => account))];
  if (options.items !== undefined)
    await write(
      options.items,
      `${JSON.stringify(
        ids.map((unit) => ({ unit })),
        undefined,
        2,
      )}\n`,
      context,
    );
  for (const { message } of found.notes) say(io, message);
  for (const { account, operation, code } of found.closed) {
    say(io, `account ${account} does not say which Regions it has enabled (${operation}: ${code}); whoever reads it will try again`);
  }
  say(
    io,
    `planned ${made.units.length} unit${made.units.length === 1 ? '' : 's'} of ${ids.length} account${ids.length === 1 ? '' : 's'}: plan ${planId(made).slice(0, 12)}`,
  );
  return exitCode.clean;
}

async function write(path: string, text: string, { io }: Context): Promise<void> {
  if (path === '-') return writeStream(io.stdout, [text]);
  const { writeFileWhole } = await import('../output-file.ts');
  return stoppable(io, (stop) => writeFileWhole(resolve(io.cwd(), path), [text], stop));
}
