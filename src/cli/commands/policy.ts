import type { Command } from 'commander';
import { resolve } from 'node:path';
import { exitCode, type ExitCode } from '../../core/exit-code.ts';
import type { Context } from '../context.ts';
import { once } from '../option-values.ts';
import { stoppable } from '../signals.ts';
import { writeStream } from '../write-stream.ts';

interface PolicyOptions {
  readonly output?: string;
}

export function addPolicyCommand(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('policy')
    .summary('print the permissions that an audit needs')
    .description('Prints the least IAM policy with which everything can be read: what the collectors declare, and nothing else.')
    .option('-o, --output <path>', 'write it to a file instead', once('--output'))
    .action(async (options: PolicyOptions) => done(await printPolicy(options, context)));
}

async function printPolicy({ output }: PolicyOptions, { io, parts }: Context): Promise<ExitCode> {
  const { auditPolicy, declaredActions } = await parts.permissions();
  const text = [`${JSON.stringify(auditPolicy(declaredActions), undefined, 2)}\n`];
  if (output === undefined || output === '-') await writeStream(io.stdout, text);
  else {
    const path = resolve(io.cwd(), output);
    const { assertWritable, writeFileWhole } = await import('../output-file.ts');
    await assertWritable(path);
    await stoppable(io, (stop) => writeFileWhole(path, text, stop));
  }
  return exitCode.clean;
}
