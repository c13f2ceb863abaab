import type { Command } from 'commander';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { addLiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import { knownFormat } from '../outputs.ts';
import { addSourceOptions, readSource, refuseMixedSources, type SourceOptions } from '../source.ts';
import { drawingFor } from '../terminal.ts';
import { usageError } from '../usage-error.ts';
import { writeStream } from '../write-stream.ts';

interface TraceOptions extends SourceOptions, GlobalOptions {
  readonly format?: string;
  readonly to?: string;
}

export function addTraceCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('trace')
    .summary('show what one workload or interface can reach, and who can reach it')
    .description(
      'Follows what a workload or a network interface can send, hop by hop, with the very rule, route or entry that decides; names what blocks it, ' +
        'what is not known, and the smallest change that would cut an exposure. Changes nothing.',
    )
    .argument('<resource>', 'name or ARN of a workload, eni-… or i-…');
  addSourceOptions(addLiveOptions(command))
    .optionsGroup('Question:')
    .option(
      '--to <host|cidr[:port]>',
      'ask about this destination only: 203.0.113.7:443, 10.0.0.0/8, [2001:db8::1]:53/udp, api.example.com:443',
      once('--to'),
    )
    .optionsGroup('Output:')
    .option('-f, --format <format>', 'terminal or json', once('--format'))
    .action(async (resource: string, _options: unknown, self: Command) => {
      refuseMixedSources(self, context);
      done(await run(resource, self.optsWithGlobals(), context));
    });
}

async function run(name: string, options: TraceOptions, context: Context): Promise<ExitCode> {
  const { io, version } = context;
  const format = knownFormat(options.format ?? 'terminal', ['terminal', 'json']);
  const { networkSections, parseTarget, traceNamed, traceText, workloadFacts } = await import('../trace-parts.ts');
  const target = options.to === undefined ? undefined : parseTarget(options.to);
  if (options.to !== undefined && target === undefined) {
    throw usageError(
      `--to ${options.to} is no address, block or host name`,
      'such as 203.0.113.7:443, 10.0.0.0/8, [2001:db8::1]:53/udp or api.example.com:443',
    );
  }
  const { inventory, signal } = await readSource(options, [...workloadFacts, ...networkSections], context);
  const report = traceNamed(name, inventory, version, target);
  if (format === 'json') await writeStream(io.stdout, [`${JSON.stringify(report, undefined, 2)}\n`]);
  else await writeStream(io.stdout, traceText(report, drawingFor(io, options.color)));
  if (signal !== null) return signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;
  return exitCode.clean;
}
