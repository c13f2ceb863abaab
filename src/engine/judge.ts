import { allOf, ofType } from '../checks/by-type.ts';
import type { AnyCheck, Scope, Subject } from '../checks/check.ts';
import { unknown, type Verdict } from '../checks/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { gapGroupKey, type Gap } from '../core/gap.ts';
import { accountResource } from '../core/resource.ts';
import { MissingFact, type Fact } from '../inventory/fact.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { factsFor } from './facts.ts';
import { JudgedFinding } from './judged-finding.ts';

/** A finding, and the gaps that made it unknown. */
export interface Judged {
  readonly finding: Finding;
  readonly gaps: readonly Gap[];
}

/**
 * One check in one account and Region: a verdict for every resource it names, and one more, on the account, when there may be resources that
 * could not be named.
 */
export function* judge(check: AnyCheck, inventory: Inventory, scope: Scope, regions: readonly string[]): Generator<Judged, void> {
  const facts = factsFor(check, inventory, scope, regions);
  // A hundred thousand descriptions that were refused hide what they hide for one reason.
  const hidden = new Map<string, Gap>(facts.missing.map(({ gap }) => [gapGroupKey(gap), gap]));

  for (const subject of named(check, facts.toName)) {
    if (!subject.known) hidden.set(gapGroupKey(subject.gap), subject.gap);
    else yield verdictOn(check, subject.value, facts.toJudge);
  }

  if (hidden.size === 0) return;
  const gaps = [...hidden.values()];
  const account = accountResource(scope.partition, scope.account, scope.region);
  const about = { resource: account, requirements: allOf(check.requirements), controls: allOf(check.controls) };
  yield judged(check, about, unknown(`there may be more to judge than could be seen: ${listGaps(gaps)}`), gaps);
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

function verdictOn(check: AnyCheck, { resource, run, controls, about: subject }: Subject<unknown>, facts: object): Judged {
  const asked = controls ?? ofType(check.controls, resource.type);
  const about = { resource, run, requirements: ofType(check.requirements, resource.type), controls: asked };
  try {
    const verdict: Verdict = check.evaluate(subject as never, facts as never);
    return judged(check, about, verdict, 'gaps' in verdict ? (verdict.gaps ?? []) : []);
  } catch (error) {
    if (!(error instanceof MissingFact)) throw inContext(error, check.id, `on ${resource.arn}`);
    return judged(check, about, unknown(`could not be judged: ${listGaps([error.gap])}`), [error.gap]);
  }
}

function judged(check: AnyCheck, about: ConstructorParameters<typeof JudgedFinding>[1], verdict: Verdict, gaps: readonly Gap[]): Judged {
  return { finding: new JudgedFinding(check, about, verdict, operationsOf(gaps)), gaps };
}

function operationsOf(gaps: readonly Gap[]): readonly string[] {
  return gaps.length === 0 ? none : [...new Set(gaps.map((gap) => gap.operation))].sort();
}

const none: readonly never[] = [];

/** Which operations failed, with their codes; a thousand gaps of a kind are named once. */
function listGaps(gaps: readonly Gap[]): string {
  return [...new Set(gaps.map((gap) => `${gap.operation} (${gap.code})`))].sort().join(', ');
}

function inContext(error: unknown, checkId: string, where: string): Error {
  return new Error(`check ${checkId} failed ${where}`, { cause: error });
}
