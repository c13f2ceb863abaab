import type { Evidence } from '../core/evidence.ts';
import type { Gap } from '../core/gap.ts';
import type { PathStep } from '../core/path-step.ts';

/** What a check says of one resource. A fail without evidence does not compile. */
export type Verdict =
  | { readonly status: 'pass'; readonly message: string; readonly evidence: readonly Evidence[]; readonly path: readonly PathStep[] }
  | {
      readonly status: 'fail';
      readonly message: string;
      readonly evidence: readonly [Evidence, ...Evidence[]];
      readonly path: readonly PathStep[];
    }
  | {
      readonly status: 'unknown' | 'not-applicable';
      readonly message: string;
      readonly evidence: readonly Evidence[];
      readonly path: readonly PathStep[];
      /** The failed reads that would have decided it, where a verdict hangs on several. */
      readonly gaps?: readonly Gap[];
    };

/** The requirement is met. The evidence says by what. */
export function pass(message: string, evidence: readonly Evidence[] = [], path: readonly PathStep[] = []): Verdict {
  return { status: 'pass', message, evidence, path };
}

/** The requirement is violated. */
export function fail(message: string, evidence: readonly [Evidence, ...Evidence[]], path: readonly PathStep[] = []): Verdict {
  return { status: 'fail', message, evidence, path };
}

/**
 * The answers do not decide the question: a value this version does not know, a path it cannot follow.
 *
 * @param gaps the failed reads that would decide it, where it is these that are missing
 */
export function unknown(
  message: string,
  evidence: readonly Evidence[] = [],
  path: readonly PathStep[] = [],
  gaps: readonly Gap[] = [],
): Verdict {
  return { status: 'unknown', message, evidence, path, gaps };
}

/** The question does not arise for this resource. */
export function notApplicable(message: string, evidence: readonly Evidence[] = []): Verdict {
  return { status: 'not-applicable', message, evidence, path: [] };
}
