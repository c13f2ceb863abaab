import type { Clock } from '../../src/aws/clock.ts';

/** A clock on which nothing takes time but sleeping, and sleeping takes no time of ours. Sleepers wake in the order of their alarms. */
export function fakeClock(): Clock {
  let now = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const wakeNext = (): void => {
    sleepers.sort((a, b) => a.at - b.at);
    const next = sleepers.shift();
    if (next === undefined) return;
    now = Math.max(now, next.at);
    next.wake();
  };
  return {
    now: () => now,
    sleep: (milliseconds, signal) => {
      signal.throwIfAborted();
      return new Promise((resolve) => {
        sleepers.push({ at: now + milliseconds, wake: resolve });
        setImmediate(wakeNext);
      });
    },
  };
}

/** A clock that runs faster than ours, for tests against a server that runs by the same clock. */
export function fastClock(times: number): Clock {
  return {
    now: () => performance.now() * times,
    sleep: (milliseconds, signal) => {
      signal.throwIfAborted();
      return new Promise((resolve) => setTimeout(resolve, milliseconds / times));
    },
  };
}
