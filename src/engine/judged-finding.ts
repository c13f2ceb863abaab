import type { AnyCheck } from '../checks/check.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { Finding } from '../core/finding.ts';
import type { JobRun } from '../core/job-run.ts';
import type { Resource } from '../core/resource.ts';
import { fingerprint } from './fingerprint.ts';

/** What a finding is about, and what it answers. */
interface About extends Pick<Finding, 'requirements' | 'controls'> {
  readonly resource: Resource;
  readonly run?: JobRun | undefined;
}

/**
 * A finding whose fingerprint is computed when it is asked for: a report for people shows none. A class, and no object with a getter of its own,
 * of which each would take a kilobyte.
 */
export class JudgedFinding implements Finding {
  readonly checkId: string;
  readonly severity: Finding['severity'];
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
  readonly resource: Resource;
  readonly suppressed = null;
  declare readonly run?: JobRun;
  readonly status: Finding['status'];
  readonly message: string;
  readonly evidence: Finding['evidence'];
  readonly path: Finding['path'];
  readonly missing: readonly string[];

  constructor(check: AnyCheck, about: About, { status, message, evidence, path }: Verdict, missing: readonly string[]) {
    this.checkId = check.id;
    this.severity = check.severity;
    this.requirements = about.requirements;
    this.controls = about.controls;
    this.resource = about.resource;
    if (about.run !== undefined) this.run = about.run;
    this.status = status;
    this.message = message;
    this.evidence = evidence;
    this.path = path;
    this.missing = missing;
  }

  get fingerprint(): string {
    return fingerprint(this.checkId, this.resource);
  }
}
