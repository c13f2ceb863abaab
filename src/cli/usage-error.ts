import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';

/** The user asked for something that cannot be done as asked. */
export function usageError(message: string, hint?: string): MlsecError {
  return new MlsecError(exitCode.usage, message, hint);
}
