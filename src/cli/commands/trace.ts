import type { Command } from 'commander';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import { estateOf } from '../../inventory/estate.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { networkOf } from '../../network/network-of.ts';
import { networkSections } from '../../network/network-sections.ts';
import { listed, type Network } from '../../network/network.ts';
import { traceText } from '../../reporters/trace-text.ts';
import { safeText } from '../../reporters/escape.ts';
import { everyWorkload, subjectsNamed, type Subject } from '../../trace/subject.ts';
import { parseTarget } from '../../trace/target.ts';
import { trace } from '../../trace/trace.ts';
import { workloadFacts } from '../../workloads/workloads.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { addLiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import { knownFormat } from '../outputs.ts';
import { addSourceOptions, readSource, refuseMixedSources, type SourceOptions } from '../source.ts';
import { suggestion } from '../suggest.ts';
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
      await refuseMixedSources(self, context);
      done(await run(resource, self.optsWithGlobals(), context));
    });
}

async function run(name: string, options: TraceOptions, context: Context): Promise<ExitCode> {
  const { io, version } = context;
  const format = knownFormat(options.format ?? 'terminal', ['terminal', 'json']);
  const target = options.to === undefined ? undefined : parseTarget(options.to);
  if (options.to !== undefined && target === undefined) {
    throw usageError(
      `--to ${options.to} is no address, block or host name`,
      'such as 203.0.113.7:443, 10.0.0.0/8, [2001:db8::1]:53/udp or api.example.com:443',
    );
  }
  const { inventory, signal } = await readSource(options, [...workloadFacts, ...networkSections], context);
  const network = networkOf(estateOf(inventory));
  const report = trace(subjectNamed(name, inventory, network), inventory, network, version, target);
  if (format === 'json') await writeStream(io.stdout, [`${JSON.stringify(report, undefined, 2)}\n`]);
  else await writeStream(io.stdout, traceText(report, drawingFor(io, options.color)));
  if (signal !== null) return signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated;
  return exitCode.clean;
}

/** @throws MlsecError usage, where nothing bears the name, or several things do */
function subjectNamed(name: string, inventory: Inventory, network: Network): Subject {
  const found = subjectsNamed(inventory, network, name);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined) {
    const arns = found.map(({ resource }) => safeText(resource.arn));
    throw usageError(`${name} names ${found.length} resources`, `name one by its ARN: ${arns.slice(0, 5).join(', ')}`);
  }
  const known = [
    ...[...everyWorkload(inventory)].map(({ resource }) => resource.name),
    ...network.places.flatMap((place) => listed(place, 'networkInterfaces').flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? [])),
  ];
  throw usageError(
    `nothing is called ${name}`,
    suggestion(
      name,
      [...new Set(known)],
      known.length === 0 ? 'there are no workloads and no network interfaces in what was read' : 'mlsec audit lists the workloads',
    ),
  );
}
