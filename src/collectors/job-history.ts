import type { Session } from '../aws/session.ts';
import type { Note } from '../core/note.ts';
import { isFinishedJob } from '../inventory/finished-job.ts';
import { allListed, nothingListed, type Horizon, type MemoryEnd } from './answer-memory.ts';
import type { LeftOut } from './list-then-describe.ts';

/** A kind of job, of which finished ones stay listed until somebody deletes them. */
export interface History<Summary> {
  /** What they are called, in the plural. */
  readonly kind: string;
  readonly status: (summary: Summary) => string | undefined;
  /** Are they listed by when they were created, the newest first? Then the list may end where all that follows is known to be left out. */
  readonly newestFirst: boolean;
}

/**
 * What `--since` leaves out of a history. Recent jobs are kept, and everything that may still run; the others are counted.
 *
 * All are listed, because a filter is applied to a page and saves no page; but where an earlier scan saw that nothing older than its horizon
 * runs any more, the list ends there: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListTrainingJobs.html
 */
export class Past<Summary> {
  readonly #history: History<Summary>;
  readonly #since: string | undefined;
  readonly #createdOf: (summary: Summary) => string | undefined;
  readonly #known: Horizon | undefined;
  /** The horizon for the next scan: everything listed so far that was created before it is finished. */
  #before: string;
  /** How many of these there are. */
  #older = 0;
  #ended = false;

  constructor(
    history: History<Summary>,
    since: Date | null,
    createdOf: (summary: Summary) => string | undefined,
    horizon: Horizon | undefined,
  ) {
    this.#history = history;
    this.#since = since?.toISOString();
    this.#createdOf = createdOf;
    this.#before = this.#since ?? '';
    const holds = horizon !== undefined && this.#since !== undefined && horizon.before <= this.#since;
    this.#known = history.newestFirst && holds ? horizon : undefined;
  }

  leftOut(note: (count: number) => Note): LeftOut<Summary> {
    return {
      keep: (summary) => this.#keep(summary),
      endsAt: (summary) => {
        const created = this.#createdOf(summary);
        this.#ended = this.#known !== undefined && created !== undefined && created < this.#known.before;
        return this.#ended;
      },
      afterEnd: this.#known?.count ?? 0,
      note,
    };
  }

  /** @param horizon the one that the memory had */
  end(complete: boolean, horizon: Horizon | undefined): MemoryEnd {
    if (!complete) return { notListedBefore: nothingListed, horizon };
    if (this.#since === undefined) return { notListedBefore: allListed, horizon };
    const older = this.#older + (this.#ended ? (this.#known?.count ?? 0) : 0);
    return {
      notListedBefore: this.#since,
      horizon: this.#history.newestFirst ? { before: this.#before, count: older } : undefined,
    };
  }

  #keep(summary: Summary): boolean {
    const created = this.#createdOf(summary);
    if (this.#since === undefined || created === undefined) return true;
    if (!isFinishedJob(this.#history.status(summary))) {
      if (created < this.#before) [this.#before, this.#older] = [created, 0];
      return true;
    }
    if (created >= this.#since) return true;
    if (created < this.#before) this.#older += 1;
    return false;
  }
}

/** Says how many older jobs were left out. */
export function leftOutNote(section: string, kind: string, session: Session, count: number, since: Date | null): Note {
  return {
    code: 'older-jobs-left-out',
    account: session.account,
    region: session.region,
    section,
    count,
    message: `${count} finished ${kind} created before ${since?.toISOString().slice(0, 10) ?? 'ever'} were left out (--since)`,
  };
}
