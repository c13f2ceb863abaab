/** A job as one run of something that makes such jobs: what has to be changed is that, and not the run. */
export interface JobRun {
  /** What it was made from, in a few words: pipeline and step, image, role. Jobs that are alike in this are runs of one template. */
  readonly template: string;
  /** Is it history? */
  readonly finished: boolean;
}

/** The end of a message about a job that is history, and that only a new job can do better. */
export const finishedWords = '; the job is finished';
