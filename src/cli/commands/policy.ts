import type { Command } from 'commander';
import { resolve } from 'node:path';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { Context } from '../context.ts';
import { addLiveOptions } from '../live.ts';
import { once } from '../option-values.ts';
import { say } from '../say.ts';
import { stoppable } from '../signals.ts';
import { addSourceOptions, readSource, refuseMixedSources, type SourceOptions } from '../source.ts';
import { usageError } from '../usage-error.ts';
import { writeStream } from '../write-stream.ts';

interface PolicyOptions extends SourceOptions {
  readonly output?: string;
  readonly guardrails?: boolean;
}

export function addPolicyCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('policy')
    .summary('print the permissions that an audit needs, or the guardrails that are missing')
    .description(
      'Prints the least IAM policy with which everything can be read: what the collectors declare, and nothing else. With --guardrails it reads an ' +
        'account and prints the service control policies and identity policies that close exactly the gaps in its guardrails (GRD-1 to GRD-8).',
    )
    .option('--guardrails', 'print the policies that close the gaps in the guardrails of an account')
    .option('-o, --output <path>', 'write it to a file instead', once('--output'));
  addSourceOptions(addLiveOptions(command)).action(async (options: PolicyOptions, self: Command) => {
    if (options.guardrails === true) refuseMixedSources(self, context);
    else refuseSources(self);
    done(await printPolicy(options, context));
  });
}

/** The permissions of an audit are the same for every account: an option that names one is a misunderstanding. */
function refuseSources(command: Command): void {
  const given = command.options.find(
    (option) =>
      !['output', 'guardrails'].includes(option.attributeName()) && command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (given === undefined) return;
  throw usageError(`${given.long ?? ''} has no effect without --guardrails`, 'the permissions of an audit are the same for every account');
}

async function printPolicy(options: PolicyOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  const path = options.output === undefined || options.output === '-' ? undefined : resolve(io.cwd(), options.output);
  // An account takes a while to read: where the answer cannot be written, that is known before.
  if (path !== undefined) await (await import('../output-file.ts')).assertWritable(path);
  const { policy, code } = options.guardrails === true ? await missingGuardrails(options, context) : await permissions(context);
  const text = [`${JSON.stringify(policy, undefined, 2)}\n`];
  if (path === undefined) await writeStream(io.stdout, text);
  else {
    const { writeFileWhole } = await import('../output-file.ts');
    await stoppable(io, (stop) => writeFileWhole(path, text, stop));
  }
  return code;
}

interface Printed {
  readonly policy: object;
  readonly code: ExitCode;
}

async function permissions({ parts }: Context): Promise<Printed> {
  const { auditPolicy, declaredActions } = await parts.permissions();
  return { policy: auditPolicy(declaredActions), code: exitCode.clean };
}

async function missingGuardrails(options: PolicyOptions, context: Context): Promise<Printed> {
  const { guardrailPolicies, guardrailSections } = await import('../guardrail-policies.ts');
  const { inventory, signal } = await readSource(options, guardrailSections, context);
  const { remarks, complete, ...policy } = guardrailPolicies(inventory);
  for (const remark of remarks) say(context.io, remark);
  if (signal !== null) return { policy, code: signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated };
  return { policy, code: complete ? exitCode.clean : exitCode.incomplete };
}
