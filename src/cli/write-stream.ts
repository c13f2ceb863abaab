import { batches } from './batches.ts';
import type { Output } from './io.ts';
import { usageError } from './usage-error.ts';

/**
 * Writes text to a stream and waits until all of it is out, so that a slow reader gets everything.
 *
 * A reader that has seen enough (`| head`) ends the writing without a word.
 *
 * @throws MlsecError usage, for any other failure, such as a full disk behind a `>`
 */
export async function writeStream(output: Output, pieces: Iterable<string>): Promise<void> {
  for (const batch of batches(pieces)) {
    const failure = await written(output, batch);
    if (failure === undefined) continue;
    if (isClosed(failure)) return;
    throw usageError('cannot write to stdout', failure.message);
  }
}

function written(output: Output, text: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    output.write(text, (error) => resolve(error ?? undefined));
  });
}

function isClosed(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
