import { CommanderError } from 'commander';
import { exitCode, type ExitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import { homepage } from '../core/project.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-root.ts';
import { guardLine, safeText } from '../reporters/escape.ts';
import { Interrupted } from './signals.ts';

/**
 * The one place where a failure is told: `mlsec: error:` with what happened, `hint:` with what to do, one line each.
 *
 * @returns the exit code for it
 */
export function printError(error: unknown, io: Io, debug: boolean): ExitCode {
  const told = explain(error, io);
  if (told.message !== undefined) {
    const lines = [`mlsec: error: ${told.message}`, ...(told.hint === undefined ? [] : [`hint: ${told.hint}`])];
    const text = lines.map((line) => `${safeText(withoutSecrets(line, io.env), { limit: 2_000 })}\n`).join('');
    io.stderr.write(text + (debug ? stackLines(error, io.env) : ''), () => undefined);
  }
  return told.code;
}

interface Told {
  readonly code: ExitCode;
  /** Undefined where everything has been said already. */
  readonly message: string | undefined;
  readonly hint?: string | undefined;
}

function explain(error: unknown, io: Io): Told {
  if (error instanceof MlsecError) return { code: error.exitCode, message: error.message, hint: error.hint };
  if (error instanceof CommanderError) return explainUsage(error);
  if (error instanceof Interrupted) {
    return {
      code: error.signal === 'SIGINT' ? exitCode.interrupted : exitCode.terminated,
      message: `${error.message} before a report was written`,
    };
  }
  const where = `mlsec ${packageVersion()}, Node ${io.version}, ${io.platform} ${io.arch}`;
  return {
    code: exitCode.bug,
    message: `this is a bug in mlsec: ${causes(error)}`,
    hint: `please report it at ${homepage}/issues with "${where}", the command, and what it prints with --debug (remove names that are not for the public)`,
  };
}

/** Commander's own errors; its second line, if any, is a suggestion in brackets. */
function explainUsage(error: CommanderError): Told {
  if (error.exitCode === 0) return { code: exitCode.clean, message: undefined };
  if (error.code === 'commander.help') return { code: exitCode.usage, message: undefined };
  const [message = '', suggested] = error.message.replace(/^error: /, '').split('\n');
  const meant = /^\(Did you mean (.*)\?\)$/.exec(suggested ?? '')?.[1];
  return { code: exitCode.usage, message, hint: meant === undefined ? 'see mlsec --help' : `did you mean ${meant}?` };
}

function causes(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}: ${causes(error.cause)}`;
}

/** The stack, line by line as safe as everything else: messages stand in it too. */
function stackLines(error: unknown, env: Io['env']): string {
  const lines = withoutSecrets(stackOf(error), env).split('\n');
  return lines.map((line) => `${guardLine(safeText(line, { limit: 2_000 }))}\n`).join('');
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const own = error.stack ?? '';
  return error.cause === undefined ? own : `${own}\ncaused by: ${stackOf(error.cause)}`;
}

const secretVariables = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID'];

/** People paste these lines into public issues. */
function withoutSecrets(text: string, env: Io['env']): string {
  const values = secretVariables.map((name) => env[name]).filter((value) => value !== undefined && value.length >= 8);
  const hidden = values.reduce<string>((rest, value) => rest.replaceAll(value ?? '', '***'), text);
  return hidden.replaceAll(/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***').replaceAll(/(:\/\/)[^\s/@]+:[^\s/@]+@/g, '$1***@');
}
