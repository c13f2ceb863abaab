import { operatorOf, type Operator } from './operator.ts';
import { expand, hasVariables, type Pattern } from './pattern.ts';
import type { Condition } from './policy-document.ts';
import type { ContextValue } from './request.ts';
import { every, not, some, yesOrNo, type Truth } from './truth.ts';
import { plainPattern, takesVariables, valueMatches } from './value-matches.ts';

/** What else a condition hangs on, beside the value of its key. */
export interface ConditionWorld {
  /** The request's value of another key, for policy variables. */
  readonly lookUp: (key: string) => ContextValue;
}

/**
 * Does one condition hold for a value of its key?
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 *
 * @param variables false in policies of the version of 2008, which knows no variables
 */
export function conditionTruth(condition: Condition, given: ContextValue, world: ConditionWorld, variables = true): Truth {
  const operator = operatorOf(condition.operator);
  if (operator === undefined) return 'maybe';
  if (operator.comparison === 'null') return nullTruth(condition.values, given);
  if (given.kind === 'unknown') return unknownTruth(condition, operator, world, variables);
  if (given.kind === 'absent' || (given.kind === 'many' && given.values.length === 0)) return absentTruth(operator);
  const matches = matcher(condition, operator, world, variables);
  const truths = (given.kind === 'one' ? [given.value] : given.values).map((value) =>
    operator.negated ? not(matches(value)) : matches(value),
  );
  if (operator.quantifier === 'all') return every(truths);
  if (operator.quantifier === 'any' || truths.length === 1) return some(truths);
  // An operator without a set on several values: AWS says not to, and not what comes of it.
  const [first, ...others] = truths;
  return first !== undefined && others.every((truth) => truth === first) ? first : 'maybe';
}

function patternsOf(condition: Condition, operator: Operator, world: ConditionWorld, variables: boolean): readonly Pattern[] {
  return condition.values.map((text) => {
    if (variables && takesVariables(operator.comparison) && hasVariables(text)) {
      // In an operator without wildcards those of the policy mean themselves, as do those that a variable brings.
      return expand(operator.comparison === 'string-like' || operator.comparison === 'arn' ? text : hideWildcards(text), world.lookUp);
    }
    return { kind: 'pattern', text: plainPattern(operator.comparison, text) };
  });
}

function matcher(condition: Condition, operator: Operator, world: ConditionWorld, variables: boolean): (value: string) => Truth {
  const patterns = patternsOf(condition, operator, world, variables);
  return (value) =>
    some(
      patterns.map((pattern): Truth => {
        if (pattern.kind === 'absent') return 'no';
        return pattern.kind === 'unknown' ? 'maybe' : valueMatches(operator, pattern.text, value);
      }),
    );
}

/** Hides wildcards outside of variables: `${*}` keeps its meaning. */
function hideWildcards(text: string): string {
  return text.replaceAll(
    /(\$\{[^}]*\})|([^$]+|\$)/g,
    (_whole, inner: string | undefined, rest: string | undefined) => inner ?? plainPattern('string', rest ?? ''),
  );
}

/** `Null: true` holds where the key is absent, or empty. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null */
function nullTruth(values: readonly string[], given: ContextValue): Truth {
  if (given.kind === 'unknown') return 'maybe';
  const isAbsent = given.kind === 'absent' || (given.kind === 'many' && given.values.length === 0);
  return some(
    values.map((value): Truth => {
      if (!/^(true|false)$/i.test(value)) return 'maybe';
      return yesOrNo((value.toLowerCase() === 'true') === isAbsent);
    }),
  );
}

/** ForAllValues holds for no values, ForAnyValue for none of them; an operator alone where it is negated; any with IfExists. */
function absentTruth({ quantifier, negated, ifExists }: Operator): Truth {
  if (ifExists || quantifier === 'all') return 'yes';
  return yesOrNo(quantifier === 'none' && negated);
}

/** Some conditions hold whatever the value is, and some never do: a variable that the request lacks is like no value. */
function unknownTruth(condition: Condition, operator: Operator, world: ConditionWorld, variables: boolean): Truth {
  const takesAll = operator.comparison === 'string-like' && condition.values.includes('*');
  if (takesAll && !operator.negated && (operator.ifExists || operator.quantifier === 'all')) return 'yes';
  if (!patternsOf(condition, operator, world, variables).every(({ kind }) => kind === 'absent')) return 'maybe';
  const present = yesOrNo(operator.negated);
  return present === absentTruth(operator) ? present : 'maybe';
}
