import type { Finding } from '../../core/finding.ts';
import { severities, type Severity } from '../../core/severity.ts';
import { statuses, type Status } from '../../core/status.ts';

/** GitHub rejects a file with more; https://docs.github.com/code-security/reference/code-scanning/sarif-files/troubleshoot-sarif-uploads */
export const resultLimit = 25_000;
export const ruleLimit = 25_000;
/** Ours: nobody reads more, and they must all be held at once. */
export const notificationLimit = 1_000;

/** How many findings of a status and severity there are. */
export type Counts = Map<string, number>;

export interface Left {
  readonly status: Status;
  readonly severity: Severity;
  readonly count: number;
}

/** Which findings fit under the limit: worst first, within one severity in the order of the report. */
export class Quota {
  readonly #room: Counts;
  /** How many places are given and not yet taken. */
  #open: number;
  readonly left: readonly Left[];

  constructor(counts: Counts, limit: number) {
    this.#room = new Map();
    const left: Left[] = [];
    let free = limit;
    for (const status of statuses) {
      for (const severity of severities) {
        const wanted = counts.get(bucket({ status, severity })) ?? 0;
        const given = Math.min(wanted, free);
        free -= given;
        this.#room.set(bucket({ status, severity }), given);
        if (given < wanted) left.push({ status, severity, count: wanted - given });
      }
    }
    this.left = left;
    this.#open = limit - free;
  }

  /** Takes a place for the finding, if there is one left. */
  admit(finding: Finding): boolean {
    const key = bucket(finding);
    const room = this.#room.get(key) ?? 0;
    this.#room.set(key, room - 1);
    if (room > 0) this.#open -= 1;
    return room > 0;
  }

  /** Is every place taken, so that no later finding need be looked at? */
  get isFull(): boolean {
    return this.#open === 0;
  }
}

export function bucket({ status, severity }: { readonly status: Status; readonly severity: Severity }): string {
  return `${status} ${severity}`;
}
