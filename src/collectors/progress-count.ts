import type { WireCounts } from '../aws/middleware.ts';

/** How far a collection is. */
export interface Progress {
  /** Sections read and resources described, so far. */
  readonly done: number;
  /** What is known to be there to read; grows while lists name resources and accounts are entered. */
  readonly total: number;
  readonly calls: number;
  readonly throttles: number;
  /** The section that reported last. */
  readonly doing: string;
}

/** Counts what is to be done and what is, over all accounts and Regions of a run. */
export class ProgressCount {
  readonly #tell: ((progress: Progress) => void) | undefined;
  readonly #wire: WireCounts;
  #done = 0;
  #total = 0;

  constructor(wire: WireCounts, tell: ((progress: Progress) => void) | undefined) {
    this.#wire = wire;
    this.#tell = tell;
  }

  expect(more: number): void {
    this.#total += more;
    this.#report('start');
  }

  done(doing: string): void {
    this.#done += 1;
    this.#report(doing);
  }

  #report(doing: string): void {
    this.#tell?.({ done: this.#done, total: this.#total, ...this.#wire, doing });
  }
}
