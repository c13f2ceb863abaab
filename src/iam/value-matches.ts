import { addressRange, liesIn } from './address-range.ts';
import { matchesArn } from './arn-pattern.ts';
import { moment } from './moment.ts';
import type { Comparison, Operator, Relation } from './operator.ts';
import { literal, matchesPattern, shown } from './pattern.ts';
import type { Truth } from './truth.ts';
import { yesOrNo } from './truth.ts';

type Ordered = Extract<Comparison, 'numeric' | 'date'>;

/**
 * Does one value of a request match one of a policy, apart from the operator's negation?
 *
 * @param pattern the policy's, with its variables put in
 * @returns maybe where the policy's value is none of its kind: a number that is none, a CIDR range that is none
 */
export function valueMatches({ comparison, relation }: Operator, pattern: string, value: string): Truth {
  switch (comparison) {
    case 'string':
    case 'binary':
      return yesOrNo(shown(pattern) === value);
    case 'string-ignoring-case':
      return yesOrNo(shown(pattern).toLowerCase() === value.toLowerCase());
    case 'string-like':
      return yesOrNo(matchesPattern(pattern, value));
    case 'arn':
      return matchesArn(pattern, value);
    case 'boolean':
      return /^(true|false)$/i.test(pattern) ? yesOrNo(pattern.toLowerCase() === value.toLowerCase()) : 'maybe';
    case 'numeric':
    case 'date':
      return compared(comparison, relation, pattern, value);
    case 'address': {
      const [outer, inner] = [addressRange(pattern), addressRange(value)];
      if (outer === undefined) return 'maybe';
      return yesOrNo(inner !== undefined && liesIn(inner, outer));
    }
    case 'null':
    default:
      throw new Error('Null compares no values');
  }
}

function compared(comparison: Ordered, relation: Relation, pattern: string, value: string): Truth {
  const [limit, given] = [quantity(comparison, pattern), quantity(comparison, value)];
  if (limit === undefined) return 'maybe';
  if (given === undefined) return 'no';
  switch (relation) {
    case '=':
      return yesOrNo(given === limit);
    case '<':
      return yesOrNo(given < limit);
    case '<=':
      return yesOrNo(given <= limit);
    case '>':
      return yesOrNo(given > limit);
    case '>=':
    default:
      return yesOrNo(given >= limit);
  }
}

/** A number, or a date in seconds. */
export function quantity(comparison: Ordered, text: string): number | undefined {
  if (comparison === 'date') return moment(text);
  return /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

/** Which comparisons take wildcards and policy variables. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse */
export function takesVariables(comparison: Comparison): boolean {
  return comparison === 'string' || comparison === 'string-ignoring-case' || comparison === 'string-like' || comparison === 'arn';
}

/** A value of a policy in which nothing is a variable: hidden are the characters that its comparison does not take for wildcards. */
export function plainPattern(comparison: Comparison, text: string): string {
  return comparison === 'string' || comparison === 'string-ignoring-case' ? literal(text) : text;
}
