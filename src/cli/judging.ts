import { Option, type Command } from 'commander';
import type { AnyCheck } from '../checks/check.ts';
import type { ExitCode } from '../core/exit-code.ts';
import type { Family } from '../core/family.ts';
import type { Report } from '../core/report.ts';
import type { Severity } from '../core/severity.ts';
import type { Status } from '../core/status.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Format } from '../reporters/index.ts';
import type { Context, GlobalOptions } from './context.ts';
import { gate, type GateOptions, type ScanEnd } from './gate.ts';
import { familyList, listed, once, operationList, repeated, severityList, statusList, threshold } from './option-values.ts';
import { planOutputs, type OutputTarget } from './outputs.ts';
import { assertNotInput } from './same-file.ts';
import { say } from './say.ts';
import { selectChecks } from './select-checks.ts';
import { assertAllWritable, filesOf, writeReports } from './write-reports.ts';

/** The options of every command that judges: which checks, which reports, and what the exit code says. */
export interface JudgeOptions extends GlobalOptions {
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

export function addJudgeOptions(command: Command): Command {
  return command
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
    .option('--fail-on-unknown', 'exit 3 also for verdicts that could not be decided from complete answers');
}

/** What is known before anything is read. */
export interface Judging {
  readonly checks: readonly AnyCheck[];
  readonly targets: readonly OutputTarget<Format>[];
}

/**
 * Finds every mistake in the options that can be found before an hour of collecting.
 *
 * @param inputs the files that will be read
 * @throws MlsecError usage
 */
export async function prepareJudging(options: JudgeOptions, inputs: readonly string[], { io, parts }: Context): Promise<Judging> {
  const { formats } = await parts.reporters();
  const targets = planOutputs(options.format, options.output ?? [], formats, 'terminal');
  const checks = selectChecks(await parts.checks(), options.check ?? [], options.family ?? []);
  const files = filesOf(targets, io.cwd());
  for (const input of inputs) assertNotInput(files, input, io.cwd());
  await assertAllWritable(files);
  return { checks, targets };
}

/** The report on an inventory. */
export async function judge(
  inventory: Inventory,
  { checks }: Judging,
  options: Pick<JudgeOptions, 'check' | 'family'>,
  version: string,
): Promise<Report> {
  const { audit } = await import('../engine/audit.ts');
  const asked = [...(options.check ?? []), ...(options.family ?? [])];
  return audit(inventory, checks, version, asked.length === 0 ? null : asked);
}

/** Writes a report everywhere it was asked for, and says what it comes to. */
export async function tell(report: Report, { targets }: Judging, options: JudgeOptions, end: ScanEnd, context: Context): Promise<ExitCode> {
  const shown = { severities: setOf(options.severity), statuses: setOf(options.status) };
  await writeReports(report, targets, shown, options.color, context);
  const { code, reason } = gate(report, gateOptions(options), end);
  say(context.io, `exit ${code}: ${reason}`);
  return code;
}

function gateOptions({ failOn, allowIncomplete, failOnUnknown }: JudgeOptions): GateOptions {
  return {
    failOn,
    allowIncomplete: allowIncomplete === true ? 'all' : new Set(allowIncomplete ?? []),
    failOnUnknown: failOnUnknown === true,
  };
}

function setOf<T>(list: readonly T[] | undefined): ReadonlySet<T> | undefined {
  return list === undefined ? undefined : new Set(list);
}
