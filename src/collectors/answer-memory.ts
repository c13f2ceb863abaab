/** Answers that earlier scans brought home and that cannot have changed since: of finished jobs, and of what AWS lets nobody change. */
export interface AnswerMemory {
  readonly open: (place: MemoryPlace) => SectionMemory;
}

/** Whose answers, and in which form: an answer that was cut to another shape may lack what is asked today. */
export interface MemoryPlace {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly section: string;
  /** The shape of the answers, as text. */
  readonly shape: string;
}

/** What is remembered of one section while it is read. */
export interface SectionMemory {
  /** Where the history of the section may end; undefined where it has to be listed to its end. */
  readonly horizon: Horizon | undefined;
  /** The answer that was kept under this key; undefined where there is none, or none that is whole. */
  readonly recall: (key: string) => unknown;
  /**
   * Keeps an answer for the next scan.
   *
   * @param created when the resource was created, ISO 8601
   */
  readonly keep: (key: string, created: string, answer: unknown) => void;
  /** Saves what was kept, in place of what earlier scans had kept; undefined leaves that as it was. */
  readonly close: (end: MemoryEnd | undefined) => void;
}

/** Jobs that need not be listed again: all of them were finished, and a finished job does not run again. */
export interface Horizon {
  /** They were created before this, ISO 8601. */
  readonly before: string;
  /** How many there were when they were listed. */
  readonly count: number;
}

/** How the reading of a section ended. */
export interface MemoryEnd {
  /** What was kept earlier and was created before this, ISO 8601, may still be there: nobody looked. */
  readonly notListedBefore: string;
  readonly horizon: Horizon | undefined;
}

/** For `notListedBefore`, where all was listed: nothing is created before it. */
export const allListed = '';

/** For `notListedBefore`, where the list failed: everything is created before it. */
export const nothingListed = '9999-12-31T00:00:00.000Z';
