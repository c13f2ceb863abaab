import type { Clock } from './clock.ts';
import { quotaOf, type Rate } from './quotas.ts';

interface Bucket {
  readonly rate: Rate;
  /** May fall below zero: callers that came too early each take a token from the future, in their order. */
  tokens: number;
  refilledAt: number;
}

/** Keeps every operation below its quota: one token bucket per account, Region and quota, shared by everything in the process. */
export class Pacer {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Waits for the turn of one call. Every attempt is a call, retries too. */
  async turn(account: string, region: string, operation: string, signal: AbortSignal): Promise<void> {
    const quota = quotaOf(operation);
    const bucket = this.#bucket(`${account}/${region}/${quota.bucket}`, quota);
    const now = this.#clock.now();
    const refill = ((now - bucket.refilledAt) / 1000) * bucket.rate.perSecond;
    bucket.tokens = Math.min(bucket.rate.burst, bucket.tokens + refill) - 1;
    bucket.refilledAt = now;
    if (bucket.tokens < 0) await this.#clock.sleep((-bucket.tokens / bucket.rate.perSecond) * 1000, signal);
  }

  #bucket(key: string, rate: Rate): Bucket {
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = { rate, tokens: rate.burst, refilledAt: this.#clock.now() };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }
}
