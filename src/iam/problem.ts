import { candidatesFor, type Candidates } from './candidates.ts';
import type { Clause, Layer } from './clause.ts';
import { conditionTruth } from './condition-truth.ts';
import { operatorOf } from './operator.ts';
import { expand, matchesPattern, shown } from './pattern.ts';
import type { Condition } from './policy-document.ts';
import type { StatementRef } from './policy-set.ts';
import type { Candidate, Question } from './question.ts';
import { absent, one, unknownValue, type ContextValue } from './request.ts';
import { resourceTruth } from './statement-truth.ts';
import { textClasses } from './text-classes.ts';
import type { Truth } from './truth.ts';

/** The name of the variable that stands for the resource; no condition key has it. */
export const resourceVariable = '#resource';

/** What a request can choose, one of these. */
export interface Variable {
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** Those that a request can surely carry: indices of candidates. */
  readonly sure: readonly number[];
  /** Why there may be candidates beyond these. */
  readonly doubt: string | undefined;
}

/** Something a statement demands of one variable, with whether each of its candidates has it. */
export interface Literal {
  readonly variable: number;
  readonly truths: readonly Truth[];
}

/** A statement that is ready to be searched. */
export interface Demand {
  readonly ref: StatementRef;
  readonly literals: readonly Literal[];
  readonly principal: Truth;
  /** Operators that this version does not know. */
  readonly strange: readonly string[];
}

export interface ProblemLayer {
  readonly name: string;
  readonly allows: readonly Demand[];
  readonly denies: readonly Demand[];
  readonly unreadable: readonly string[];
}

export interface Problem {
  readonly variables: readonly Variable[];
  readonly layers: readonly ProblemLayer[];
}

/** Turns statements into demands on a few variables, each with a few candidates that stand for all values there are. */
export function problemOf(layers: readonly Layer[], question: Question): Problem {
  const clauses = layers.flatMap(({ allows, denies }) => [...allows, ...denies]);
  const byKey = new Map<string, Condition[]>();
  for (const { statement } of clauses) {
    for (const condition of statement.conditions) {
      const list = byKey.get(condition.key);
      if (list === undefined) byKey.set(condition.key, [condition]);
      else list.push(condition);
    }
  }
  const lookUp = (key: string): ContextValue => settledValue(question, key);
  const named = [...byKey].map(([key, conditions]) => {
    const candidates = candidatesFor(key, question.domainOf(key), conditions, lookUp);
    return { name: key, candidates };
  });
  const concerns = concernOf(lookUp);
  const variables = [{ name: resourceVariable, candidates: resourcesFor(question, clauses, lookUp, concerns) }, ...named].map(variableOf);
  const indices = new Map(variables.map(({ name }, index) => [name, index]));

  const demandOf = (clause: Clause): Demand => {
    const { ref, statement, principal, variables: expands } = clause;
    const literal = (name: string, truthOf: (value: ContextValue) => Truth): Literal => {
      const index = indices.get(name) ?? 0;
      const { candidates, sure } = variables[index] ?? { candidates: [], sure: [] };
      const truths = candidates.map(({ value }, at) =>
        // Where nothing is sure, the last one stands for all before it.
        sure.length === 1 && sure[0] === at && at > 0 && value.kind === 'unknown'
          ? agreed(candidates.slice(0, at).map((candidate) => truthOf(candidate.value)))
          : truthOf(value),
      );
      return { variable: index, truths };
    };
    return {
      ref,
      principal,
      strange: statement.conditions.flatMap(({ operator }) => (operatorOf(operator) === undefined ? [operator] : [])),
      literals: [
        literal(resourceVariable, (value) => (value.kind === 'one' ? concerns(clause, value.value) : 'maybe')),
        ...statement.conditions.map((condition) =>
          literal(condition.key, (value) => conditionTruth(condition, value, { lookUp }, expands)),
        ),
      ],
    };
  };
  return {
    variables,
    layers: layers.map(({ name, allows, denies, unreadable }) => ({
      name,
      allows: allows.map(demandOf),
      denies: denies.map(demandOf),
      unreadable,
    })),
  };
}

function variableOf({ name, candidates: { list, doubt } }: { readonly name: string; readonly candidates: Candidates }): Variable {
  const sure = list.flatMap(({ doubt: why, value }, index) => (why === undefined || value.kind === 'unknown' ? [index] : []));
  // Where there is nothing to choose from there is no such request, which is sure.
  if (sure.length > 0 || list.length === 0) return { name, candidates: list, sure, doubt };
  // The request carries one of them, but nobody knows which.
  const unsure: Candidate = { value: unknownValue, doubt: list[0]?.doubt ?? `the value of ${name} is not known` };
  return { name, candidates: [...list, unsure], sure: [list.length], doubt };
}

function agreed(truths: readonly Truth[]): Truth {
  const [first = 'maybe', ...others] = truths;
  return others.every((truth) => truth === first) ? first : 'maybe';
}

function resourcesFor(
  { resource, naturalResources, except = [] }: Question,
  clauses: readonly Clause[],
  lookUp: (key: string) => ContextValue,
  concerns: Concern,
): Candidates {
  if (resource === '*') return { list: [{ value: one('*') }] };
  const lists = clauses.flatMap(({ statement, variables }) => {
    const patterns = statement.resources.patterns.map((text) => (variables ? expand(text, lookUp) : ({ kind: 'pattern', text } as const)));
    return [
      patterns.flatMap((pattern) => (pattern.kind === 'pattern' ? [pattern.text] : [])),
      // Of unknown value, which can be anything.
      statement.resources.patterns.flatMap((text, at) => (patterns[at]?.kind === 'unknown' ? [text.replaceAll(/\$\{[^}]*\}/g, '*')] : [])),
    ];
  });
  const { witnesses, complete } = textClasses(
    [...lists, except].map((texts) => ({ texts, kind: 'plain' })),
    resource,
  );
  const asked = [...naturalResources, ...witnesses.map(shown)].filter((text) => !except.some((other) => matchesPattern(other, text)));
  // Where no statement tells any apart, one stands for all.
  const alike = complete && witnesses.length === 1;
  const list = (alike ? asked.slice(0, 1) : unlike(asked, clauses, concerns)).map((text) => ({ value: one(text) }));
  return complete ? { list } : { list, doubt: 'there are too many kinds of resources to try' };
}

/** Is a statement about a resource? */
type Concern = (clause: Clause, resource: string) => Truth;

/** Each is asked twice: to tell resources apart, and of those that are left. */
function concernOf(lookUp: (key: string) => ContextValue): Concern {
  const remembered = new Map<Clause, Map<string, Truth>>();
  return (clause, resource) => {
    let ofClause = remembered.get(clause);
    if (ofClause === undefined) remembered.set(clause, (ofClause = new Map()));
    let truth = ofClause.get(resource);
    if (truth === undefined) {
      truth = resourceTruth(clause.statement.resources, resource, lookUp, clause.variables);
      ofClause.set(resource, truth);
    }
    return truth;
  };
}

/** One of those that are alike to all statements. */
function unlike(texts: readonly string[], clauses: readonly Clause[], concerns: Concern): readonly string[] {
  const found = new Map<string, string>();
  for (const text of texts) {
    const key = clauses.map((clause) => concerns(clause, text)).join();
    if (!found.has(key)) found.set(key, text);
  }
  return [...found.values()];
}

/** The value of a key that the request has no choice about; for policy variables. */
function settledValue({ domainOf }: Question, key: string): ContextValue {
  const domain = domainOf(key);
  if (domain.kind !== 'listed' || domain.candidates.length !== 1) return unknownValue;
  const [candidate] = domain.candidates;
  if (candidate === undefined || candidate.doubt !== undefined) return unknownValue;
  return candidate.value.kind === 'absent' ? absent : candidate.value;
}
