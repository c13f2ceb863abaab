/** Statuses in which a job no longer runs, for every kind of SageMaker job; some kinds have them in capitals. */
const finished = new Set(['completed', 'failed', 'stopped', 'deleting', 'deleted', 'deletefailed']);

/** Has a job ended? A status that this version has never heard of counts as running. */
export function isFinishedJob(status: string | undefined): boolean {
  return status !== undefined && finished.has(status.toLowerCase());
}
