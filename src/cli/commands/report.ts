import type { Command } from 'commander';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { Severity } from '../../core/severity.ts';
import type { Status } from '../../core/status.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { loadReport } from '../load-report.ts';
import { once, repeated, severityList, statusList } from '../option-values.ts';
import { planOutputs } from '../outputs.ts';
import { assertNotInput } from '../same-file.ts';
import { assertAllWritable, filesOf, writeReports } from '../write-reports.ts';

interface ReportOptions extends GlobalOptions {
  readonly format?: string;
  readonly output?: readonly string[];
  readonly severity?: readonly Severity[];
  readonly status?: readonly Status[];
}

export function addReportCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('report')
    .summary('show a saved JSON report, or turn it into another format')
    .description('Shows a report that `mlsec audit -f json` wrote. Nothing is judged again, and the exit code is 0.')
    .argument('<file>', 'the JSON report (- for stdin)')
    .optionsGroup('Output:')
    .option('-f, --format <format>', 'terminal, json or sarif', once('--format', 'for several reports write -o FORMAT=PATH for each'))
    .option('-o, --output <[format=]path>', 'write the report to a file (- for stdout), repeatable with formats', repeated)
    .option('--severity <severity,...>', 'show only findings of these severities', severityList)
    .option('--status <status,...>', 'show only fail, unknown, pass, not-applicable', statusList)
    .action(async (file: string, _options: unknown, self: Command) => done(await report(file, self.optsWithGlobals(), context)));
}

async function report(file: string, options: ReportOptions, context: Context): Promise<ExitCode> {
  const { io, parts } = context;
  const { formats } = await parts.reporters();
  const targets = planOutputs(options.format, options.output ?? [], formats, 'terminal');
  const files = filesOf(targets, io.cwd());
  assertNotInput(files, file, io.cwd());
  await assertAllWritable(files);

  const shown = {
    severities: options.severity === undefined ? undefined : new Set(options.severity),
    statuses: options.status === undefined ? undefined : new Set(options.status),
  };
  await writeReports(await loadReport(file, io), targets, shown, options.color, context);
  return exitCode.clean;
}
