import type { ExitCode } from './exit-code.ts';

/** A failure that the user can do something about. Raised where the knowledge is, printed in one place. */
export class MlsecError extends Error {
  readonly exitCode: ExitCode;
  /** What to try next, one sentence. */
  readonly hint: string | undefined;

  constructor(exitCode: ExitCode, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MlsecError';
    this.exitCode = exitCode;
    this.hint = hint;
  }
}
