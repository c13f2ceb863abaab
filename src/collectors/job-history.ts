import type { Session } from '../aws/session.ts';
import type { Note } from '../core/note.ts';
import { isFinishedJob } from '../inventory/finished-job.ts';

/**
 * Recent jobs are kept, and everything that may still run.
 *
 * @param created ISO 8601
 * @param since null keeps all
 */
export function keepJob(status: string | undefined, created: string | undefined, since: Date | null): boolean {
  if (since === null || created === undefined) return true;
  return !isFinishedJob(status) || new Date(created) >= since;
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
