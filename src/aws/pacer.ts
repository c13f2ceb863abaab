import type { Clock } from './clock.ts';
import { PacedBucket, type Turn } from './paced-bucket.ts';
import { quotaOf } from './quotas.ts';

/** Keeps every operation below its quota: one bucket per account, Region and quota, shared by everything that is given the same pacer. */
export class Pacer {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, PacedBucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Waits for the turn of one call. Every attempt is a call, retries too. */
  turn(account: string, region: string, operation: string, signal: AbortSignal): Promise<Turn> {
    const quota = quotaOf(operation);
    const key = `${account}/${region}/${quota.bucket}`;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, (bucket = new PacedBucket(quota, this.#clock)));
    return bucket.turn(signal);
  }
}
