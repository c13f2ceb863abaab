import type { Command } from 'commander';
import { resolve } from 'node:path';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import { inventoryLines } from '../../inventory/inventory-lines.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { countOf } from '../../inventory/rows.ts';
import { sectionNames } from '../../inventory/sections.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { addCacheOption, addLiveOptions, collectLive, type LiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import { say } from '../say.ts';
import { stoppable } from '../signals.ts';
import { parseSince } from '../since.ts';
import { writeStream } from '../write-stream.ts';

interface CollectOptions extends LiveOptions, GlobalOptions {
  readonly output: string;
}

/** An inventory shows how an account can be attacked: for the eyes of its owner. */
const ownerOnly = 0o600;

export function addCollectCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('collect')
    .summary('save an account, to audit it later or elsewhere')
    .description('Reads everything that any check looks at (only reads), and saves it as NDJSON for `mlsec audit --inventory`.');
  addCacheOption(addLiveOptions(command))
    .optionsGroup('Output:')
    .requiredOption('-o, --output <path>', 'the file to write, readable by you alone (- for stdout)', once('--output'))
    .action(async (_options: unknown, self: Command) => done(await collect(self.optsWithGlobals(), context)));
}

async function collect(options: CollectOptions, context: Context): Promise<ExitCode> {
  const { io, version } = context;
  parseSince(options.since, new Date());
  const { assertWritable, writeFileWhole } = await import('../output-file.ts');
  const path = options.output === '-' ? null : resolve(io.cwd(), options.output);
  if (path !== null) await assertWritable(path);

  const { inventory, signal } = await collectLive(options, sectionNames, context);
  const lines = endedLines(inventoryLines(inventory, version));
  if (path === null) await writeStream(io.stdout, lines);
  else await stoppable(io, (stop) => writeFileWhole(path, lines, stop, ownerOnly));

  say(
    io,
    `${signal === null ? 'saved' : `stopped by ${signal}; saved`} ${summaryOf(inventory)} to ${path === null ? 'stdout' : options.output}`,
  );
  if (signal === null) return exitCode.clean;
  return signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;
}

function* endedLines(lines: Iterable<string>): Generator<string, void> {
  for (const line of lines) yield `${line}\n`;
}

function summaryOf({ header, sections }: Inventory): string {
  const rows = sections.reduce((sum, { fact }) => sum + countOf(fact.known ? fact.value : (fact.partial ?? [])), 0);
  const failed = sections.filter(({ fact }) => !fact.known).length;
  const holes = failed === 0 ? '' : ` (${failed} of ${sections.length} lists could not be read)`;
  return `${rows} resource${rows === 1 ? '' : 's'} of account ${header.accounts.join(', ')}, ${header.regions.join(', ')}${holes}`;
}
