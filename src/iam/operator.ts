/** What one value of a policy is compared with one value of a request by. */
export type Comparison =
  | 'string'
  | 'string-ignoring-case'
  | 'string-like'
  | 'numeric'
  | 'date'
  | 'boolean'
  | 'binary'
  | 'address'
  | 'arn'
  | 'null';

export type Relation = '=' | '<' | '<=' | '>' | '>=';

/**
 * A condition operator, taken apart.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface Operator {
  readonly comparison: Comparison;
  readonly relation: Relation;
  /** `StringNotEquals` and its like: holds where no value matches, and where the key is absent. */
  readonly negated: boolean;
  readonly ifExists: boolean;
  /** For keys with several values: all of them, or any one. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
  readonly quantifier: 'none' | 'all' | 'any';
}

type Base = Pick<Operator, 'comparison' | 'relation' | 'negated'>;

const base = (comparison: Comparison, relation: Relation = '=', negated = false): Base => ({ comparison, relation, negated });

const ordered = (name: 'Numeric' | 'Date', comparison: Comparison): readonly (readonly [string, Base])[] => [
  [`${name}Equals`, base(comparison)],
  [`${name}NotEquals`, base(comparison, '=', true)],
  [`${name}LessThan`, base(comparison, '<')],
  [`${name}LessThanEquals`, base(comparison, '<=')],
  [`${name}GreaterThan`, base(comparison, '>')],
  [`${name}GreaterThanEquals`, base(comparison, '>=')],
];

const bases = new Map<string, Base>([
  ['StringEquals', base('string')],
  ['StringNotEquals', base('string', '=', true)],
  ['StringEqualsIgnoreCase', base('string-ignoring-case')],
  ['StringNotEqualsIgnoreCase', base('string-ignoring-case', '=', true)],
  ['StringLike', base('string-like')],
  ['StringNotLike', base('string-like', '=', true)],
  ...ordered('Numeric', 'numeric'),
  ...ordered('Date', 'date'),
  ['Bool', base('boolean')],
  ['BinaryEquals', base('binary')],
  ['IpAddress', base('address')],
  ['NotIpAddress', base('address', '=', true)],
  // The two differ in nothing: both take wildcards.
  ['ArnEquals', base('arn')],
  ['ArnLike', base('arn')],
  ['ArnNotEquals', base('arn', '=', true)],
  ['ArnNotLike', base('arn', '=', true)],
  ['Null', base('null')],
]);

const parsed = new Map<string, Operator | undefined>();

/** @returns undefined for one that this version does not know */
export function operatorOf(name: string): Operator | undefined {
  if (!parsed.has(name)) parsed.set(name, parse(name));
  return parsed.get(name);
}

function parse(name: string): Operator | undefined {
  const [, set, rest = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/s.exec(name) ?? [];
  const ifExists = rest.endsWith('IfExists');
  const found = bases.get(ifExists ? rest.slice(0, -'IfExists'.length) : rest);
  // Null asks whether a key is there: it takes neither suffix nor set.
  if (found === undefined || (found.comparison === 'null' && (ifExists || set !== undefined))) return undefined;
  return { ...found, ifExists, quantifier: set === 'ForAllValues' ? 'all' : set === 'ForAnyValue' ? 'any' : 'none' };
}
