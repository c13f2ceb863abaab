import { ask, type Place } from './ask.ts';
import { askOf, violations, type GuardrailId, type Violation } from './guardrails.ts';
import type { Caller } from './key-domain.ts';
import { readPolicy } from './policy-document.ts';
import { actionsWithRole, mayPassRole, type RolesToPass } from './passed-role.ts';
import type { NamedPolicy, PolicySet } from './policy-set.ts';
import type { Answer } from './solve.ts';

/** A kind of request that a guardrail should stop, and whether it does. */
export interface Escape<K extends Answer['kind'] = Answer['kind']> {
  readonly violation: Violation;
  readonly answer: Extract<Answer, { readonly kind: K }>;
  /** ARN of a role that goes with the request, where there must be one; null where the caller can pass none today. */
  readonly role: string | null | undefined;
}

/** Where a caller may ask, and with which roles. */
export interface GuardedPlace extends Place {
  readonly roles: RolesToPass;
}

/** How a guardrail holds for a caller. */
export interface Escapes {
  readonly possible: readonly Escape<'possible'>[];
  readonly unknown: readonly Escape<'unknown'>[];
  readonly impossible: readonly Escape<'impossible'>[];
}

/** Asks for every kind of request that a guardrail should stop. */
export function escapesOf(id: GuardrailId, policies: PolicySet, caller: Caller, place: GuardedPlace): Escapes {
  let passing: Answer | undefined;
  const escapes = violations[id].map((violation): Pick<Escape, 'violation' | 'role'> & { readonly answer: Answer } => {
    const answer = ask(policies, caller, askOf(violation, place.partition, caller.principal.account), place);
    if (answer.kind === 'impossible' || !actionsWithRole.has(violation.action)) return { violation, answer, role: undefined };
    return { violation, ...withRole(answer, (passing ??= mayPassRole(policies, caller, place, place.roles))) };
  });
  const ofKind = <K extends Answer['kind']>(kind: K): readonly Escape<K>[] =>
    escapes.filter((escape): escape is Escape<K> => escape.answer.kind === kind);
  // What it can do today comes before what it lacks a role for.
  const possible = ofKind('possible').toSorted((a, b) => Number(a.role === null) - Number(b.role === null));
  return { possible, unknown: ofKind('unknown'), impossible: ofKind('impossible') };
}

/**
 * A request that is made with a role alone: where policies limit whom a role may be passed to, or which, and leave none, it is impossible. That
 * nothing is said of passing roles is no guardrail: the first policy that speaks of them, for whatever reason, opens what nothing else closes.
 */
function withRole(
  answer: Exclude<Answer, { readonly kind: 'impossible' }>,
  passing: Answer,
): Pick<Escape, 'role'> & { readonly answer: Answer } {
  switch (passing.kind) {
    case 'impossible': {
      if (passing.by.length === 0) return { answer, role: null };
      const why = `it cannot pass the role that the request needs: ${passing.why}`;
      return { answer: { kind: 'impossible', by: passing.by, why }, role: null };
    }
    case 'unknown':
      return { answer: answer.kind === 'unknown' ? answer : passing, role: undefined };
    case 'possible':
    default:
      return { answer, role: passing.example.resource };
  }
}

/** What an administrator can give itself. */
const everything: NamedPolicy = {
  name: 'everything',
  document: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })),
};

/** The policies that bind a caller who may change its own: those of the organization, and a boundary that it cannot lift. */
export function bindingPolicies({ boundary, scp, rcp }: PolicySet, boundaryHolds: boolean): PolicySet {
  return {
    identity: [everything],
    ...(boundary === undefined || !boundaryHolds ? {} : { boundary }),
    ...(scp === undefined ? {} : { scp }),
    ...(rcp === undefined ? {} : { rcp }),
  };
}
