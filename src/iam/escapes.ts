import { ask, type Place } from './ask.ts';
import { askOf, violations, type GuardrailId, type Violation } from './guardrails.ts';
import type { Caller } from './key-domain.ts';
import { readPolicy } from './policy-document.ts';
import type { NamedPolicy, PolicySet } from './policy-set.ts';
import type { Answer } from './solve.ts';

/** A kind of request that a guardrail should stop, and whether it does. */
export interface Escape<K extends Answer['kind'] = Answer['kind']> {
  readonly violation: Violation;
  readonly answer: Extract<Answer, { readonly kind: K }>;
}

/** How a guardrail holds for a caller. */
export interface Escapes {
  readonly possible: readonly Escape<'possible'>[];
  readonly unknown: readonly Escape<'unknown'>[];
  readonly impossible: readonly Escape<'impossible'>[];
}

/** Asks for every kind of request that a guardrail should stop. */
export function escapesOf(id: GuardrailId, policies: PolicySet, caller: Caller, place: Place): Escapes {
  const escapes = violations[id].map((violation) => ({
    violation,
    answer: ask(policies, caller, askOf(violation, place.partition, caller.principal.account), place),
  }));
  const ofKind = <K extends Answer['kind']>(kind: K): readonly Escape<K>[] =>
    escapes.filter((escape): escape is Escape<K> => escape.answer.kind === kind);
  return { possible: ofKind('possible'), unknown: ofKind('unknown'), impossible: ofKind('impossible') };
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
