import { candidatesFor } from './candidates.ts';
import { decideKnown, type Decision } from './decide-known.ts';
import { operatorOf, type Comparison } from './operator.ts';
import type { Condition } from './policy-document.ts';
import type { PolicySet } from './policy-set.ts';
import { valueOf, type ContextValue, type Request } from './request.ts';

/**
 * Evaluates a request as AWS does: a Deny that applies ends it; beyond that, every kind of policy that is there has to allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function decide(policies: PolicySet, request: Request): Decision {
  const decision = decideKnown(policies, request);
  return decision.kind === 'unknown' ? (whatever(policies, request) ?? decision) : decision;
}

/** More combinations of unknown values than this are not tried. */
const mostCombinations = 256;

/** Where every value that an unknown key can have gives one answer, that is the answer. */
function whatever(policies: PolicySet, request: Request): Decision | undefined {
  const documents = [
    policies.identity,
    [policies.boundary, policies.resource, policies.endpoint],
    policies.session ?? [],
    ...(policies.scp ?? []),
    ...(policies.rcp ?? []),
  ]
    .flat()
    .flatMap((policy) => (policy?.document.kind === 'read' ? [policy.document] : []));
  const conditions = documents.flatMap(({ statements }) => statements.flatMap((statement) => statement.conditions));
  const lookUp = (key: string): ContextValue => valueOf(request.context, key);
  let contexts: readonly Request['context'][] = [request.context];
  for (const [key, value] of request.context) {
    const about = conditions.filter((condition) => condition.key === key);
    if (value.kind !== 'unknown' || about.length === 0) continue;
    const type = about.some(({ operator }) => (operatorOf(operator)?.quantifier ?? 'none') !== 'none') ? 'texts' : typeOf(about);
    const { list, doubt } = candidatesFor(key, { kind: 'free', type, optional: true }, about, lookUp);
    if (doubt !== undefined || contexts.length * list.length > mostCombinations) return undefined;
    contexts = contexts.flatMap((context) => list.map((candidate) => new Map(context).set(key, candidate.value)));
  }
  if (contexts.length === 1) return undefined;
  const decisions = contexts.map((context) => decideKnown(policies, { ...request, context }));
  const [first] = decisions;
  return decisions.every(({ kind }) => kind === first?.kind) ? first : undefined;
}

type ValueType = 'text' | 'boolean' | 'number' | 'date' | 'address';

/** What kind of value the conditions on a key expect. */
function typeOf(conditions: readonly Condition[]): ValueType {
  const types = new Set<ValueType>(
    conditions.flatMap(({ operator }) => {
      const comparison = operatorOf(operator)?.comparison;
      return comparison === undefined || comparison === 'null' ? [] : [valueTypes[comparison] ?? 'text'];
    }),
  );
  const [type = 'text'] = types;
  return types.size > 1 ? 'text' : type;
}

const valueTypes: { readonly [comparison in Comparison]?: 'boolean' | 'number' | 'date' | 'address' } = {
  boolean: 'boolean',
  numeric: 'number',
  date: 'date',
  address: 'address',
};
