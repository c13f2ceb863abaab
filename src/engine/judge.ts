import { allOf, ofType } from '../checks/by-type.ts';
import type { AnyCheck, Scope, Subject } from '../checks/check.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { gapKey, type Gap } from '../core/gap.ts';
import { accountResource, type Resource } from '../core/resource.ts';
import { MissingFact, type Fact } from '../inventory/fact.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { factsFor } from './facts.ts';
import { fingerprint } from './fingerprint.ts';

/** A finding, and the gaps that made it unknown. */
export interface Judged {
  readonly finding: Finding;
  readonly gaps: readonly Gap[];
}

/** What is judged, before it is told apart from everything else. */
type Unidentified = { readonly finding: Omit<Finding, 'fingerprint'>; readonly gaps: readonly Gap[] };

/**
 * One check in one account and Region: a verdict for every resource it names, and one more, on the account, when there may be resources that
 * could not be named.
 */
export function* judge(check: AnyCheck, inventory: Inventory, scope: Scope, regions: readonly string[]): Generator<Judged, void> {
  const facts = factsFor(check, inventory, scope, regions);
  const hidden = new Map<string, Gap>(facts.missing.map((fact) => [gapKey(fact.gap), fact.gap]));

  for (const subject of named(check, facts.toName)) {
    if (!subject.known) hidden.set(gapKey(subject.gap), subject.gap);
    else yield identified(verdictOn(check, subject.value, facts.toJudge));
  }

  if (hidden.size === 0) return;
  const gaps = [...hidden.values()];
  const account = accountResource(scope.partition, scope.account, scope.region);
  yield identified({
    finding: {
      ...frame(check, account, allOf(check.requirements), allOf(check.controls)),
      status: 'unknown',
      message: `there may be more to judge than could be seen: ${listGaps(gaps)}`,
      evidence: [],
      path: [],
      missing: operationsOf(gaps),
    },
    gaps,
  });
}

/** The resources of a check, with the end of an interrupted enumeration as a missing fact. */
function* named(check: AnyCheck, facts: object): Generator<Fact<Subject<unknown>>, void> {
  try {
    // The facts hold what the check declares; only its own code knows their type.
    yield* check.resources(facts as never);
  } catch (error) {
    if (!(error instanceof MissingFact)) throw inContext(error, check.id, 'while naming resources');
    yield { known: false, gap: error.gap };
  }
}

function verdictOn(check: AnyCheck, subject: Subject<unknown>, facts: object): Unidentified {
  const { resource, run } = subject;
  const told = frame(check, resource, ofType(check.requirements, resource.type), ofType(check.controls, resource.type));
  const base = run === undefined ? told : { ...told, run };
  try {
    const verdict: Verdict = check.evaluate(subject.about as never, facts as never);
    const { status, message, evidence, path } = verdict;
    const gaps = 'gaps' in verdict ? (verdict.gaps ?? []) : [];
    return { finding: { ...base, status, message, evidence, path, missing: operationsOf(gaps) }, gaps };
  } catch (error) {
    if (!(error instanceof MissingFact)) throw inContext(error, check.id, `on ${resource.arn}`);
    const message = `could not be judged: ${listGaps([error.gap])}`;
    return {
      finding: { ...base, status: 'unknown', message, evidence: [], path: [], missing: operationsOf([error.gap]) },
      gaps: [error.gap],
    };
  }
}

function frame(check: AnyCheck, resource: Resource, requirements: readonly string[], controls: readonly string[]) {
  return {
    checkId: check.id,
    severity: check.severity,
    requirements,
    controls,
    resource,
    suppressed: null,
  };
}

/** With its fingerprint, which is computed when it is asked for: a report for people shows none. */
function identified({ finding, gaps }: Unidentified): Judged {
  const { checkId, resource } = finding;
  return {
    finding: {
      ...finding,
      get fingerprint() {
        return fingerprint(checkId, resource);
      },
    },
    gaps,
  };
}

function operationsOf(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.map((gap) => gap.operation))].sort();
}

/** Which operations failed, with their codes; a thousand gaps of a kind are named once. */
function listGaps(gaps: readonly Gap[]): string {
  return [...new Set(gaps.map((gap) => `${gap.operation} (${gap.code})`))].sort().join(', ');
}

function inContext(error: unknown, checkId: string, where: string): Error {
  return new Error(`check ${checkId} failed ${where}`, { cause: error });
}
