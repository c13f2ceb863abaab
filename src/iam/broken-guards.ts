import type { Clause, Layer } from './clause.ts';
import { operatorOf } from './operator.ts';
import type { Condition } from './policy-document.ts';
import type { StatementRef } from './policy-set.ts';
import { sagemakerActionKeys } from './sagemaker-actions.ts';
import type { Counterexample } from './question.ts';

/** A statement that looks as if it stopped a request, and why it does not. */
export interface BrokenGuard {
  readonly ref: StatementRef;
  /** As the end of a sentence that begins with the statement. */
  readonly why: string;
}

/**
 * Names the well-known ways in which statements about a key fail to bind.
 *
 * @param layers the policies that the request met
 * @param keys that make the request what it is, in lower case
 * @param example a request that is allowed all the same
 */
export function brokenGuards(layers: readonly Layer[], keys: readonly string[], example: Counterexample): readonly BrokenGuard[] {
  const found: BrokenGuard[] = [];
  for (const { allows, denies } of layers) {
    for (const clause of denies) {
      const why = brokenDeny(clause, keys, example);
      if (why !== undefined) found.push({ ref: clause.ref, why });
    }
    for (const clause of allows) {
      const why = brokenAllow(clause, allows, keys, example);
      if (why !== undefined) found.push({ ref: clause.ref, why });
    }
  }
  return found;
}

function about({ statement }: Clause, keys: readonly string[]): readonly Condition[] {
  return statement.conditions.filter(({ key }) => keys.includes(key));
}

function brokenDeny(clause: Clause, keys: readonly string[], example: Counterexample): string | undefined {
  const { conditions } = clause.statement;
  if (about(clause, keys).length === 0) return undefined;
  const nulls = conditions.filter(({ operator, values }) => operator === 'Null' && values.includes('true'));
  if (nulls.length > 1) return 'denies only where all the keys under its Null are missing at once';
  const lacking = conditions.find(({ key }) => isForeign(key, example.action));
  if (lacking !== undefined) return `asks for ${lacking.key}, which ${example.action} never carries`;
  const values = new Map(example.context.map(([key, value]) => [key, value]));
  const misses = about(clause, keys).find(({ key, operator }) => values.get(key) === null && !holdsWithout(operator));
  if (misses !== undefined) return `does not meet a request that leaves ${misses.key} out (${misses.operator} without IfExists)`;
  return undefined;
}

function brokenAllow(clause: Clause, siblings: readonly Clause[], keys: readonly string[], example: Counterexample): string | undefined {
  const conditions = about(clause, keys);
  if (conditions.length === 0) return undefined;
  const empty = conditions.find(
    ({ operator, key }) => operatorOf(operator)?.quantifier === 'all' && !hasCompanion(clause.statement.conditions, key),
  );
  const left = example.context.some(([key, value]) => key === empty?.key && value === null);
  if (empty !== undefined && left) return `holds where ${empty.key} is missing: ForAllValues needs Null false beside it`;
  const broader = siblings.find((other) => other !== clause && about(other, keys).length === 0);
  return broader === undefined
    ? undefined
    : `is void: statement ${broader.ref.statement} of ${broader.ref.policy} allows the same without its condition`;
}

function hasCompanion(conditions: readonly Condition[], key: string): boolean {
  return conditions.some((other) => other.operator === 'Null' && other.key === key && other.values.includes('false'));
}

/** A key of SageMaker's own that the action does not support. */
function isForeign(key: string, action: string): boolean {
  if (!key.startsWith('sagemaker:') || key.includes('tag')) return false;
  return sagemakerActionKeys[action.replace('sagemaker:', '')]?.includes(key) !== true;
}

/** Does an operator hold for a key that is missing? */
function holdsWithout(name: string): boolean {
  const operator = operatorOf(name);
  if (operator === undefined || operator.comparison === 'null') return true;
  return operator.ifExists || operator.quantifier === 'all' || (operator.quantifier === 'none' && operator.negated);
}
