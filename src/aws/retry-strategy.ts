import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';
import type { Clock } from './clock.ts';

const longestDelay = 20_000;

/**
 * Retries that ride out a throttle and stop at once when the scan is interrupted.
 *
 * The SDK's own strategy keeps one purse of retries per client, so that a long throttle on one operation would end the retries of all others;
 * the pacer already keeps us from storms. Delays are AWS's: full jitter, doubling from 50 ms, or from 1 s after a throttle, up to 20 s.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export class PatientRetryStrategy implements RetryStrategyV2 {
  readonly #maxAttempts: number;
  readonly #signal: AbortSignal;
  readonly #clock: Clock;

  constructor(maxAttempts: number, signal: AbortSignal, clock: Clock) {
    this.#maxAttempts = maxAttempts;
    this.#signal = signal;
    this.#clock = clock;
  }

  async acquireInitialRetryToken(): Promise<RetryToken> {
    return tokenOf(0);
  }

  async refreshRetryTokenForRetry(token: RetryToken, info: RetryErrorInfo): Promise<RetryToken> {
    const retries = token.getRetryCount() + 1;
    const worthIt = info.errorType === 'THROTTLING' || info.errorType === 'TRANSIENT';
    if (!worthIt || retries >= this.#maxAttempts) throw new Error('no further attempt');
    const base = info.errorType === 'THROTTLING' ? 1000 : 50;
    await this.#clock.sleep(Math.random() * Math.min(base * 2 ** (retries - 1), longestDelay), this.#signal);
    return tokenOf(retries);
  }

  recordSuccess(): void {
    // Nothing is budgeted, so there is nothing to give back.
  }
}

function tokenOf(retries: number): RetryToken {
  return { getRetryCount: () => retries, getRetryDelay: () => 0 };
}
