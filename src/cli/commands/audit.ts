import { Option, type Command } from 'commander';
import type { ExitCode } from '../../core/exit-code.ts';
import type { Family } from '../../core/family.ts';
import type { Severity } from '../../core/severity.ts';
import type { Status } from '../../core/status.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { gate, type GateOptions } from '../gate.ts';
import { addCacheOption, addLiveOptions } from '../live.ts';
import { familyList, listed, once, operationList, repeated, severityList, statusList, threshold } from '../option-values.ts';
import { planOutputs } from '../outputs.ts';
import { assertNotInput } from '../same-file.ts';
import { say } from '../say.ts';
import { sectionsOf, selectChecks } from '../select-checks.ts';
import { parseSince } from '../since.ts';
import { addSourceOptions, readSource, refuseMixedSources, type SourceOptions } from '../source.ts';
import { assertAllWritable, filesOf, writeReports } from '../write-reports.ts';

interface AuditOptions extends SourceOptions, GlobalOptions {
  readonly check?: readonly string[];
  readonly family?: readonly Family[];
  readonly format?: string;
  readonly output?: readonly string[];
  readonly severity?: readonly Severity[];
  readonly status?: readonly Status[];
  readonly failOn: Severity | 'none';
  readonly allowIncomplete?: true | readonly string[];
  readonly failOnUnknown?: boolean;
}

const examples = `
Examples:
  mlsec audit --demo                                     look at a made-up company
  mlsec audit --profile prod --region eu-west-1,us-east-1
  mlsec audit -o json=report.json -o sarif=report.sarif  several reports, stdout stays empty
  mlsec audit --inventory account.ndjson --family internet-egress --fail-on medium
  mlsec audit --inventory snapshot/                      a folder of answers of the AWS CLI`;

export function addAuditCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('audit')
    .summary('audit an account: live, saved, or the bundled demo')
    .description('Reads an account (only reads), judges the network security of everything SageMaker runs there, and reports.');
  addSourceOptions(addCacheOption(addLiveOptions(command)))
    .optionsGroup('Checks:')
    .option('--check <id,...>', 'run only these checks, repeatable; adds to --family', listed)
    .option('--family <family,...>', 'run only the checks of these families, repeatable', familyList)
    .optionsGroup('Output:')
    .option('-f, --format <format>', 'terminal, json or sarif', once('--format', 'for several reports write -o FORMAT=PATH for each'))
    .option('-o, --output <[format=]path>', 'write the report to a file (- for stdout), repeatable with formats', repeated)
    .option('--severity <severity,...>', 'show only findings of these severities; the exit code sees all', severityList)
    .option('--status <status,...>', 'show only fail, unknown, pass, not-applicable; the exit code sees all', statusList)
    .optionsGroup('Exit code:')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 for findings of this severity or worse: critical, high, medium, low, info, none')
        .argParser(threshold)
        .default('high', 'high'),
    )
    .addOption(
      new Option('--allow-incomplete [operation,...]', 'no exit 3 for failed reads, or for those of these operations').argParser(
        operationList,
      ),
    )
    .option('--fail-on-unknown', 'exit 3 also for verdicts that could not be decided from complete answers')
    .addHelpText('after', examples)
    .action(async (_options: unknown, self: Command) => {
      refuseMixedSources(self, context);
      done(await audit(self.optsWithGlobals(), context));
    });
}

async function audit(options: AuditOptions, context: Context): Promise<ExitCode> {
  const { io, parts, version } = context;
  const { formats } = await parts.reporters();
  const targets = planOutputs(options.format, options.output ?? [], formats, 'terminal');
  parseSince(options.since, new Date());
  const checks = selectChecks(await parts.checks(), options.check ?? [], options.family ?? []);
  const files = filesOf(targets, io.cwd());
  assertNotInput(files, options.inventory, io.cwd());
  await assertAllWritable(files);

  const { inventory, signal } = await readSource(options, sectionsOf(checks), context);
  const { audit: judge } = await import('../../engine/audit.ts');
  const asked = [...(options.check ?? []), ...(options.family ?? [])];
  const report = judge(inventory, checks, version, asked.length === 0 ? null : asked);
  const shown = { severities: setOf(options.severity), statuses: setOf(options.status) };
  await writeReports(report, targets, shown, options.color, context);

  const { code, reason } = gate(report, gateOptions(options), { signal, interrupted: inventory.header.interrupted });
  say(io, `exit ${code}: ${reason}`);
  return code;
}

function gateOptions({ failOn, allowIncomplete, failOnUnknown }: AuditOptions): GateOptions {
  return {
    failOn,
    allowIncomplete: allowIncomplete === true ? 'all' : new Set(allowIncomplete ?? []),
    failOnUnknown: failOnUnknown === true,
  };
}

function setOf<T>(list: readonly T[] | undefined): ReadonlySet<T> | undefined {
  return list === undefined ? undefined : new Set(list);
}
