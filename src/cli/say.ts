import { safeText } from '../reporters/escape.ts';
import type { Io } from './io.ts';

/** One line for people, on stderr: stdout is for the report alone. */
export function say(io: Io, message: string): void {
  io.stderr.write(`mlsec: ${safeText(message, { limit: 2_000 })}\n`, () => undefined);
}
