import type { Evidence } from './evidence.ts';
import type { JobRun } from './job-run.ts';
import type { PathStep } from './path-step.ts';
import type { Resource } from './resource.ts';
import type { Severity } from './severity.ts';
import type { Status } from './status.ts';

/** The verdict of one check on one resource. */
export interface Finding {
  readonly checkId: string;
  readonly status: Status;
  readonly severity: Severity;
  /** One line: what is so, not what to do. Holds names from AWS as they are; reporters make them safe for their format. */
  readonly message: string;
  /** The requirements that this verdict alone decides: violated by a fail, met by a pass. */
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
  readonly resource: Resource;
  readonly evidence: readonly Evidence[];
  readonly path: readonly PathStep[];
  /** The API actions whose missing answers made the status `unknown`; empty for every other finding. */
  readonly missing: readonly string[];
  /** SHA-256 over check id, account, Region and ARN: the same finding has the same fingerprint in every scan. */
  readonly fingerprint: string;
  /** For jobs, of which there may be thousands: from what this one was made, and whether it is history. */
  readonly run?: JobRun;
  /** Reserved for waivers; nothing sets it yet. */
  readonly suppressed: null;
}
