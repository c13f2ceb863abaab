import { describe, expect, it } from 'vitest';
import { PatientRetryStrategy } from '../../src/aws/retry-strategy.ts';
import { systemClock } from '../../src/aws/clock.ts';
import { fakeClock } from '../support/fake-clock.ts';

const never = new AbortController().signal;

describe('PatientRetryStrategy', () => {
  it('tries again until its attempts are used up', async () => {
    const strategy = new PatientRetryStrategy(3, never, fakeClock());
    let token = await strategy.acquireInitialRetryToken();
    token = await strategy.refreshRetryTokenForRetry(token, { errorType: 'THROTTLING' });
    token = await strategy.refreshRetryTokenForRetry(token, { errorType: 'TRANSIENT' });
    expect(token.getRetryCount()).toBe(2);
    await expect(strategy.refreshRetryTokenForRetry(token, { errorType: 'TRANSIENT' })).rejects.toThrow('no further attempt');
  });

  it.each(['CLIENT_ERROR', 'SERVER_ERROR'] as const)('does not repeat a %s', async (errorType) => {
    const strategy = new PatientRetryStrategy(10, never, fakeClock());
    const token = await strategy.acquireInitialRetryToken();
    await expect(strategy.refreshRetryTokenForRetry(token, { errorType })).rejects.toThrow('no further attempt');
  });

  it('never runs out for one call because of others', async () => {
    const strategy = new PatientRetryStrategy(2, never, fakeClock());
    for (let call = 0; call < 1000; call += 1) {
      await strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(), { errorType: 'THROTTLING' });
    }
  });

  it('waits no longer than 20 seconds at a time, and rides out a throttle of a minute at the usual luck', async () => {
    let total = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const clock = fakeClock();
      const strategy = new PatientRetryStrategy(10, never, clock);
      let token = await strategy.acquireInitialRetryToken();
      for (let retry = 1; retry < 10; retry += 1) {
        const before = clock.now();
        token = await strategy.refreshRetryTokenForRetry(token, { errorType: 'THROTTLING' });
        expect(clock.now() - before).toBeLessThanOrEqual(20_000);
      }
      total += clock.now();
    }
    // Half of 1 + 2 + 4 + 8 + 16 + 4 × 20 seconds, on average.
    expect(total / rounds).toBeGreaterThan(45_000);
    expect(total / rounds).toBeLessThan(66_000);
  });

  it('wakes up when the scan is interrupted', async () => {
    const controller = new AbortController();
    const strategy = new PatientRetryStrategy(10, controller.signal, systemClock);
    let token = await strategy.acquireInitialRetryToken();
    for (let retry = 0; retry < 3; retry += 1) token = { ...token, getRetryCount: () => 8 };
    const waiting = strategy.refreshRetryTokenForRetry(token, { errorType: 'THROTTLING' });
    controller.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
