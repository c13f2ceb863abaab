import { conditionKeyNames } from './condition-key-names.ts';
import { contextEntry } from './context-entry.ts';
import { layerOf, type Layer } from './clause.ts';
import type { PolicySet, StatementRef } from './policy-set.ts';
import { problemOf, resourceVariable, type Demand, type Problem } from './problem.ts';
import type { Counterexample, Question } from './question.ts';
import { search, type Found } from './search.ts';

/** Can a principal make such a request? */
export type Answer =
  /** It can: this one, allowed by these statements. */
  | { readonly kind: 'possible'; readonly example: Counterexample; readonly by: readonly StatementRef[] }
  /** No request of the kind is allowed. `by`: the statements without which one would be; none where nothing allows any. */
  | { readonly kind: 'impossible'; readonly by: readonly StatementRef[]; readonly why: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Is any request of a kind allowed?
 *
 * Exact over the values that the policies tell apart: for each condition key, and for the resource, one value stands for all those that no
 * statement tells from it, so what is tried is all there is. What is not known is taken both ways: a request is possible where it is allowed
 * even so, impossible where it would be denied even so.
 */
export function solve(policies: PolicySet, question: Question): Answer {
  return solveLayers(layersOf(policies, question), question);
}

/** The policies that a principal's request meets in its own account; each layer has to allow. */
export function layersOf(policies: PolicySet, kind: Pick<Question, 'action' | 'principal'>): readonly Layer[] {
  return [...eachLayer(policies, kind)];
}

/** The same up to the first layer that allows nothing of an action, and then the answer: most principals may do little. */
export function layersOrSilence(policies: PolicySet, kind: Pick<Question, 'action' | 'principal'>): readonly Layer[] | Answer {
  const layers: Layer[] = [];
  for (const layer of eachLayer(policies, kind)) {
    if (isSilent(layer)) return silence(layer, kind.action);
    layers.push(layer);
  }
  return layers;
}

function* eachLayer(
  { identity, boundary, session, scp = [], rcp = [], endpoint }: PolicySet,
  { action, principal }: Pick<Question, 'action' | 'principal'>,
): Generator<Layer, void> {
  const layer = (name: string, list: Parameters<typeof layerOf>[1]): Layer =>
    layerOf(name, list, action, principal, boundary !== undefined);
  yield layer('its own policies', identity);
  if (boundary !== undefined) yield layer('its permissions boundary', [boundary]);
  if (session !== undefined) yield layer('its session policies', session);
  for (const [depth, level] of scp.entries()) yield layer(`the service control policies of level ${depth + 1}`, level);
  for (const [depth, level] of rcp.entries()) yield layer(`the resource control policies of level ${depth + 1}`, level);
  if (endpoint !== undefined) yield layer('the endpoint policy', [endpoint]);
}

function isSilent({ allows, unreadable }: Layer): boolean {
  return allows.length === 0 && unreadable.length === 0;
}

function silence({ name }: Layer, action: string): Answer {
  return { kind: 'impossible', by: [], why: `nothing in ${name} allows ${action}` };
}

/** As {@link solve}, for layers that have been put together otherwise. */
export function solveLayers(layers: readonly Layer[], question: Question): Answer {
  const silent = layers.find(isSilent);
  if (silent !== undefined) return silence(silent, question.action);
  const problem = problemOf(layers, question);
  const sure = search(problem, 'sure');
  if (sure !== undefined && sure !== 'too complex') {
    return { kind: 'possible', example: exampleOf(problem, sure, question), by: sure.allowedBy.map(({ ref }) => ref) };
  }
  const perhaps = search(problem, 'at all');
  if (perhaps === 'too complex') return { kind: 'unknown', reason: 'the policies are too complex to be decided' };
  if (perhaps !== undefined) return { kind: 'unknown', reason: doubtOf(problem, perhaps) };
  const beyond = problem.variables.find(({ doubt }) => doubt !== undefined)?.doubt;
  if (beyond !== undefined) return { kind: 'unknown', reason: beyond };
  return impossible(problem, question);
}

/** Which statements make it impossible: those without which it would not be. */
function impossible(problem: Problem, { action }: Question): Answer {
  const without = (dropped: ReadonlySet<Demand>): boolean => {
    const layers = problem.layers.map((layer) => ({ ...layer, denies: layer.denies.filter((demand) => !dropped.has(demand)) }));
    return search({ ...problem, layers }, 'at all') !== undefined;
  };
  const denies = problem.layers.flatMap((layer) => layer.denies);
  if (!without(new Set(denies))) {
    const allows = problem.layers.flatMap((layer) => layer.allows).map(({ ref }) => ref);
    return { kind: 'impossible', by: allows, why: `what is allowed of ${action} is limited to other requests` };
  }
  const alone = denies.filter((demand) => without(new Set([demand])));
  const by = (alone.length > 0 ? alone : denies).map(({ ref }) => ref);
  return { kind: 'impossible', by, why: `${action} is denied for such requests` };
}

function exampleOf({ variables }: Problem, { chosen }: Found, { action, resource }: Question): Counterexample {
  const values = variables.map(({ name, candidates }, index) => [name, candidates[chosen[index] ?? 0]?.value] as const);
  const named = values.find(([name]) => name === resourceVariable)?.[1];
  return {
    action,
    resource: named?.kind === 'one' ? named.value : resource,
    context: values.flatMap(([name, value]) => (name === resourceVariable || value === undefined ? [] : contextEntry(name, value))),
  };
}

/** What would have to be known. */
function doubtOf({ variables, layers }: Problem, { chosen, allowedBy }: Found): string {
  const unreadable = layers.flatMap((layer) => layer.unreadable);
  if (unreadable.length > 0) return `${unreadable.length === 1 ? 'a policy' : 'policies'} could not be read: ${unreadable.join(', ')}`;
  const demands = [...allowedBy, ...layers.flatMap((layer) => layer.denies)];
  for (const { literals } of demands) {
    for (const { variable, truths } of literals) {
      const index = chosen[variable] ?? 0;
      const doubt = variables[variable]?.candidates[index]?.doubt;
      if (doubt !== undefined && (truths[index] === 'maybe' || truths.some((truth) => truth !== truths[index]))) return doubt;
    }
  }
  const strange = demands.flatMap((demand) => demand.strange);
  if (strange.length > 0) return `the condition operator ${strange.join(', ')} is not known`;
  const variable = variables.find((_variable, index) =>
    demands.some((demand) =>
      demand.literals.some((literal) => literal.variable === index && literal.truths[chosen[index] ?? 0] === 'maybe'),
    ),
  );
  if (variable === undefined) return 'a policy says something that cannot be decided';
  const value = variable.candidates[chosen[variables.indexOf(variable)] ?? 0]?.value;
  if (value?.kind === 'many' && value.values.length > 1) {
    return `what an operator without ForAllValues or ForAnyValue makes of several values of ${conditionKeyNames[variable.name] ?? variable.name} is not documented`;
  }
  return variable.name === resourceVariable
    ? 'a policy names resources by a variable whose value is not known'
    : `a condition on ${variable.name} cannot be decided`;
}
