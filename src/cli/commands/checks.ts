import type { Command } from 'commander';
import type { AnyCheck } from '../../checks/check.ts';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import { families, type Family } from '../../core/family.ts';
import { severities } from '../../core/severity.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { reportedCheck } from '../../checks/reported-check.ts';
import { columnsOf } from '../../reporters/columns.ts';
import { familyList, once } from '../option-values.ts';
import { knownFormat } from '../outputs.ts';
import { paintFor, type Paint } from '../paint.ts';
import { selectChecks } from '../select-checks.ts';
import { drawingFor } from '../terminal.ts';
import { wrapped } from '../wrapped.ts';
import { writeStream } from '../write-stream.ts';

interface ChecksOptions extends GlobalOptions {
  readonly format?: string;
  readonly family?: readonly Family[];
}

export function addChecksCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('checks')
    .summary('list the checks')
    .description('Lists every check by family, worst first. `mlsec explain ID` tells all about one.')
    .option('--family <family,...>', `only these families: ${families.join(', ')}`, familyList)
    .option('-f, --format <format>', 'terminal or json', once('--format'))
    .action(async (_options: unknown, self: Command) => done(await listChecks(self.optsWithGlobals(), context)));
}

async function listChecks(options: ChecksOptions, { io, parts }: Context): Promise<ExitCode> {
  const format = knownFormat(options.format ?? 'terminal', ['terminal', 'json']);
  const checks = [...selectChecks(await parts.checks(), [], options.family ?? [])].sort(byFamily);
  if (format === 'json') {
    await writeStream(io.stdout, [`${JSON.stringify(checks.map(reportedCheck), null, 2)}\n`]);
  } else {
    const drawing = drawingFor(io, options.color);
    await writeStream(io.stdout, checkTable(checks, drawing.width, paintFor(drawing.color)));
  }
  return exitCode.clean;
}

/** One line a check where it fits; the title on a line of its own where it does not. */
function* checkTable(checks: readonly AnyCheck[], width: number, paint: Paint): Generator<string, void> {
  const idWidth = Math.max(0, ...checks.map((check) => check.id.length));
  const titleWidth = Math.max(0, ...checks.map((check) => columnsOf(check.title)));
  const fits = 2 + 10 + idWidth + 2 + titleWidth <= width;
  let family: Family | undefined;
  for (const check of checks) {
    if (check.family !== family) {
      yield `${family === undefined ? '' : '\n'}${paint.strong(check.family)}\n`;
      family = check.family;
    }
    const head = `  ${paint.severity(check.severity)}${' '.repeat(10 - check.severity.length)}${check.id}`;
    if (fits) yield `${head}${' '.repeat(idWidth - check.id.length + 2)}${paint.faint(check.title)}\n`;
    else yield `${head}\n${wrapped(check.title, width - 4).replaceAll(/^.*$/gm, (line) => `    ${paint.faint(line)}`)}\n`;
  }
  yield `\n${checks.length} check${checks.length === 1 ? '' : 's'}; mlsec explain ID tells all about one\n`;
}

function byFamily(a: AnyCheck, b: AnyCheck): number {
  return (
    families.indexOf(a.family) - families.indexOf(b.family) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.id < b.id ? -1 : 1)
  );
}
