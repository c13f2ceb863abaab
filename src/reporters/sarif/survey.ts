import type { Finding } from '../../core/finding.ts';
import { bucket, type Counts } from './limits.ts';

/** What a check could not answer, in numbers and one example. */
export interface UnknownVerdicts {
  readonly checkId: string;
  readonly count: number;
  readonly example: string;
  readonly reason: string;
}

interface Survey {
  /** Of the findings that are to become results. */
  readonly counts: Counts;
  /** By check id. */
  readonly unknowns: ReadonlyMap<string, UnknownVerdicts>;
}

/** The first walk over the findings: what must be known before the first result can be written. Holds numbers, no findings. */
export function survey(findings: Iterable<Finding>, isResult: (finding: Finding) => boolean): Survey {
  const counts: Counts = new Map();
  const unknowns = new Map<string, UnknownVerdicts>();
  for (const finding of findings) {
    if (isResult(finding)) counts.set(bucket(finding), (counts.get(bucket(finding)) ?? 0) + 1);
    if (finding.status === 'unknown') unknowns.set(finding.checkId, oneMore(unknowns.get(finding.checkId), finding));
  }
  return { counts, unknowns };
}

function oneMore(known: UnknownVerdicts | undefined, finding: Finding): UnknownVerdicts {
  if (known !== undefined) return { ...known, count: known.count + 1 };
  return { checkId: finding.checkId, count: 1, example: finding.resource.name, reason: finding.message };
}
