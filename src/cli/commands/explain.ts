import type { Command } from 'commander';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { ReportedCheck } from '../../core/report.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { reportedCheck } from '../../checks/reported-check.ts';
import { paintFor, type Paint } from '../paint.ts';
import { findCheck } from '../select-checks.ts';
import { drawingFor } from '../terminal.ts';
import { wrapped } from '../wrapped.ts';
import { writeStream } from '../write-stream.ts';

export function addExplainCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('explain')
    .summary('tell all about one check: what it looks at, why, and what to do')
    .argument('<id>', 'the id of a check, such as notebook-direct-internet-access')
    .action(async (id: string, _options: unknown, self: Command) => done(await explain(id, self.optsWithGlobals(), context)));
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const readableWidth = 100;

async function explain(id: string, options: GlobalOptions, { io, parts }: Context): Promise<ExitCode> {
  const check = reportedCheck(findCheck(await parts.checks(), id));
  const drawing = drawingFor(io, options.color);
  await writeStream(io.stdout, explanation(check, Math.min(drawing.width, readableWidth), paintFor(drawing.color)));
  return exitCode.clean;
}

function* explanation(check: ReportedCheck, width: number, paint: Paint): Generator<string, void> {
  yield `${paint.strong(check.id)}\n${wrapped(check.title, width)}\n\n`;
  yield `Severity      ${paint.severity(check.severity)}\n`;
  yield `Family        ${check.family}\n`;
  yield* labelled('Requirements', check.requirements, width);
  yield* labelled('Controls', check.controls, width);
  yield `\n${paint.strong('What it means')}\n${wrapped(check.description, width)}\n`;
  yield `\n${paint.strong('What to do')}\n${wrapped(check.remediation, width)}\n`;
  yield `\n${paint.strong('References')}\n`;
  for (const reference of [...check.references, check.helpUri]) yield `${reference}\n`;
}

function* labelled(label: string, values: readonly string[], width: number): Generator<string, void> {
  if (values.length === 0) return;
  const column = 14;
  const lines = wrapped(values.join(', '), Math.max(20, width - column)).split('\n');
  yield `${label.padEnd(column)}${lines.join(`\n${' '.repeat(column)}`)}\n`;
}
