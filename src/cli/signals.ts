import type { Io, Signal } from './io.ts';

/** Thrown where work was stopped by a signal and left nothing behind. */
export class Interrupted extends Error {
  readonly signal: Signal;

  constructor(signal: Signal) {
    super(`stopped by ${signal}`);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}

const watched: readonly Signal[] = ['SIGINT', 'SIGTERM'];

/**
 * Does something that the first SIGINT or SIGTERM asks to stop.
 *
 * Afterwards, and from the second signal on, signals have their usual effect: they end the process at once.
 *
 * @param onSignal is told of the first one
 */
export async function stoppable<T>(io: Io, work: (signal: AbortSignal) => Promise<T>, onSignal?: (name: Signal) => void): Promise<T> {
  const controller = new AbortController();
  const listeners = watched.map((name) => ({
    name,
    listener: () => {
      release();
      onSignal?.(name);
      controller.abort(new Interrupted(name));
    },
  }));
  const release = (): void => {
    for (const { name, listener } of listeners) io.off(name, listener);
  };
  for (const { name, listener } of listeners) io.on(name, listener);
  try {
    return await work(controller.signal);
  } finally {
    release();
  }
}

/** The signal that aborted, if it was one. */
export function signalOf(signal: AbortSignal): Signal | null {
  return signal.reason instanceof Interrupted ? signal.reason.signal : null;
}
