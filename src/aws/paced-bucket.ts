import type { Clock } from './clock.ts';
import type { Quota } from './quotas.ts';

/** Leave for one call, and where its end is told. */
export interface Turn {
  /** AWS took the call: it may be called a little faster again. */
  readonly answered: () => void;
  /** AWS had had too many. */
  readonly throttled: () => void;
  /** AWS asked to be left alone for so many milliseconds: nobody goes before. */
  readonly pause: (milliseconds: number) => void;
}

interface Waiting {
  readonly signal: AbortSignal;
  readonly go: (turn: Turn) => void;
  readonly stop: (reason: unknown) => void;
}

/** What a throttle leaves of the pace, and the least that is ever left of the one to begin with. */
const backOff = 1 / 2;
const slowest = 1 / 8;

/** So many seconds of answers without a throttle win back the pace to begin with, from nothing; half of it in half the time. */
const recoverySeconds = 20;

/** Sleeping for a token must not end a rounding error too early. */
const whole = 1 - 1e-9;

/**
 * A token bucket whose pace follows what AWS takes: halved by a throttle, as everybody in the account draws on the same quota, and won back
 * evenly by answers. Where the quota is published the pace to begin with is the fastest; where it is not, answers raise it up to a bound.
 *
 * Where AWS says when to come back, nobody goes before.
 *
 * Callers go in the order in which they came, retries among them. Those that wait when the pace changes wait by the new one.
 */
export class PacedBucket {
  readonly #clock: Clock;
  readonly #quota: Quota;
  readonly #queue: Waiting[] = [];
  #serving = false;
  #pace: number;
  #tokens: number;
  #refilledAt: number;
  #granted = 0;
  /** Turns up to this one were given before the last slowing: that they are throttled says nothing new. */
  #slowedAfter = 0;
  #pausedUntil = 0;

  constructor(quota: Quota, clock: Clock) {
    this.#clock = clock;
    this.#quota = quota;
    this.#pace = quota.perSecond;
    this.#tokens = quota.burst;
    this.#refilledAt = clock.now();
  }

  /** Waits for a token. Rejects with the signal's reason when it aborts meanwhile. */
  turn(signal: AbortSignal): Promise<Turn> {
    return new Promise((go, stop) => {
      this.#queue.push({ signal, go, stop });
      if (!this.#serving) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    for (let head = this.#queue[0]; head !== undefined; head = this.#queue[0]) {
      try {
        await this.#token(head.signal);
        head.go(this.#grant());
      } catch (reason) {
        head.stop(reason);
      }
      this.#queue.shift();
    }
    this.#serving = false;
  }

  async #token(signal: AbortSignal): Promise<void> {
    this.#refill();
    for (let wait = this.#wait(); wait > 0; wait = this.#wait()) {
      await this.#clock.sleep(wait, signal);
      this.#refill();
    }
    this.#tokens -= 1;
  }

  /** How long until the next may go, as far as is known now. */
  #wait(): number {
    const token = this.#tokens < whole ? ((1 - this.#tokens) / this.#pace) * 1000 : 0;
    return Math.max(token, this.#pausedUntil - this.#clock.now());
  }

  #grant(): Turn {
    this.#granted += 1;
    const number = this.#granted;
    return {
      answered: () => this.#quicken(),
      throttled: () => this.#slow(number),
      pause: (milliseconds) => (this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds)),
    };
  }

  #refill(): void {
    const now = this.#clock.now();
    this.#tokens = Math.min(this.#quota.burst, this.#tokens + ((now - this.#refilledAt) / 1000) * this.#pace);
    this.#refilledAt = now;
  }

  /** Each answer adds so much that a second of them, at whatever pace, adds the same. */
  #quicken(): void {
    const { perSecond, ceiling } = this.#quota;
    if (this.#pace >= ceiling) return;
    this.#refill();
    this.#pace = Math.min(ceiling, this.#pace + perSecond / recoverySeconds / this.#pace);
  }

  #slow(turn: number): void {
    if (turn <= this.#slowedAfter) return;
    this.#refill();
    this.#slowedAfter = this.#granted;
    this.#pace = Math.max(this.#quota.perSecond * slowest, this.#pace * backOff);
    // A throttle says that AWS's own bucket is empty: what was saved up here is worth nothing.
    this.#tokens = Math.min(this.#tokens, 0);
  }
}
