import { Command } from 'commander';
import type { ExitCode } from '../core/exit-code.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addChecksCommand } from './commands/checks.ts';
import { addCollectCommand } from './commands/collect.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addMergeCommand } from './commands/merge.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addPolicyCommand } from './commands/policy.ts';
import { addReportCommand } from './commands/report.ts';
import { addTraceCommand } from './commands/trace.ts';
import type { Context } from './context.ts';
import { widthOf } from './terminal.ts';

const afterHelp = `
Exit codes:
  0    nothing at or above --fail-on
  1    findings at or above --fail-on
  2    the command, its input or its output is not right
  3    incomplete: a failed read could hide a finding at or above --fail-on
  4    no audit: no or refused credentials, no Region, no answer
  70   a bug in mlsec
  130  stopped by Ctrl-C (143: by SIGTERM); what was read is reported

Environment: AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE, AWS_ENDPOINT_URL, AWS_CA_BUNDLE, AWS_MAX_ATTEMPTS, HTTPS_PROXY,
NO_PROXY, NO_COLOR, FORCE_COLOR`;

/** Help is easiest to read in columns of a moderate width. */
const widestHelp = 110;

/**
 * The command line.
 *
 * @param done is told the exit code of the command that ran
 */
export function buildProgram(context: Context, done: (code: ExitCode) => void): Command {
  const { io } = context;
  const helpWidth = Math.min(widthOf(io.stdout, io.env), widestHelp);
  const write = (text: string): void => {
    io.stdout.write(text, () => undefined);
  };
  const program = new Command('mlsec')
    .description('Audits the network and infrastructure security of Amazon SageMaker in live AWS accounts. It only reads.')
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--color', 'colours, also where stdout is no terminal')
    .option('--no-color', 'no colours')
    .option('--debug', 'stack traces with errors')
    .addHelpText('after', afterHelp)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: write,
      writeErr: (text) => {
        io.stderr.write(text, () => undefined);
      },
      // Errors are told in one place, not here.
      outputError: () => undefined,
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addAuditCommand(program, context, done);
  addCollectCommand(program, context, done);
  addPlanCommand(program, context, done);
  addMergeCommand(program, context, done);
  addReportCommand(program, context, done);
  addChecksCommand(program, context, done);
  addExplainCommand(program, context, done);
  addTraceCommand(program, context, done);
  addPolicyCommand(program, context, done);
  addDoctorCommand(program, context, done);
  return program;
}
