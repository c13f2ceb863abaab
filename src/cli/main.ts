import { exitCode, type ExitCode } from '../core/exit-code.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-root.ts';
import { LazySpool } from './lazy-spool.ts';
import { productParts, type Parts } from './parts.ts';
import { writeStream } from './write-stream.ts';

/**
 * The whole program: arguments in, exit code out. Never ends the process itself, so that everything written arrives.
 *
 * @param io the outside world; `process` is one
 * @param parts what the commands are made of; tests bring their own
 */
export async function main(argv: readonly string[], io: Io, parts: Parts = productParts): Promise<ExitCode> {
  // A reader that goes away is told of by the write that fails; as an event it would end the process.
  io.stdout.on('error', () => undefined);
  io.stderr.on('error', () => undefined);

  const lifetime = new AbortController();
  const spool = new LazySpool();
  let onCrash = (_error: Error): void => undefined;
  const crashed = new Promise<never>((_resolve, reject) => {
    onCrash = (error) => {
      lifetime.abort();
      reject(error);
    };
  });
  io.on('uncaughtException', onCrash);
  try {
    return await Promise.race([run(argv, io, parts, lifetime.signal, spool), crashed]);
  } catch (error) {
    const { printError } = await import('./print-error.ts');
    const code = printError(error, io, argv.includes('--debug'));
    await writeStream(io.stderr, ['']);
    return code;
  } finally {
    io.off('uncaughtException', onCrash);
    spool.close();
  }
}

async function run(argv: readonly string[], io: Io, parts: Parts, lifetime: AbortSignal, spool: LazySpool): Promise<ExitCode> {
  // Asked by scripts again and again, and answered without loading the command line.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    await writeStream(io.stdout, [`${packageVersion()}\n`]);
    return exitCode.clean;
  }
  const { buildProgram } = await import('./program.ts');
  let code: ExitCode = exitCode.clean;
  const program = buildProgram({ io, parts, version: packageVersion(), lifetime, openRows: () => spool.openRows() }, (done) => {
    code = done;
  });
  await program.parseAsync(argv, { from: 'user' });
  return code;
}
