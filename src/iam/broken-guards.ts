import type { Clause, Layer } from './clause.ts';
import { operatorOf } from './operator.ts';
import type { Condition } from './policy-document.ts';
import { concernsAction } from './statement-truth.ts';
import { conditionKeyNames } from './condition-key-names.ts';
import { policiesOf } from './policies-of.ts';
import { refOf, type PolicySet, type StatementRef } from './policy-set.ts';
import { sagemakerActionKeys } from './sagemaker-actions.ts';
import type { Counterexample } from './question.ts';

/** A statement that looks as if it stopped a request, and why it does not. */
export interface BrokenGuard {
  readonly ref: StatementRef;
  /** As the end of a sentence that begins with the statement. */
  readonly why: string;
}

/** What escaped, and the words for it. */
export interface Escaped {
  /** Keys that make the request what it is, in lower case. */
  readonly keys: readonly string[];
  /** Keys that the guardrail is about, for this action or another one. */
  readonly allKeys: readonly string[];
  /** A request that is allowed all the same, or may be. */
  readonly example: Pick<Counterexample, 'action' | 'context'>;
  /** The statements that allow it; none where it only may be allowed. */
  readonly by: readonly StatementRef[];
}

/**
 * Names the well-known ways in which statements about a key fail to bind.
 *
 * @param layers the policies that the request met
 */
export function brokenGuards(layers: readonly Layer[], escaped: Escaped): readonly BrokenGuard[] {
  const found: BrokenGuard[] = [];
  for (const { allows, denies } of layers) {
    for (const clause of denies) {
      const why = brokenDeny(clause, escaped);
      if (why !== undefined) found.push({ ref: clause.ref, why });
    }
    for (const clause of allows) {
      const why = brokenAllow(clause, escaped);
      if (why !== undefined) found.push({ ref: clause.ref, why });
    }
  }
  return found;
}

/** Statements that deny by one of the keys what never carries it, and nothing that does. */
export function misplacedGuards(policies: PolicySet, keys: readonly string[]): readonly BrokenGuard[] {
  return policiesOf(policies).flatMap(({ name, document }) =>
    document.kind === 'unreadable'
      ? []
      : document.statements.flatMap((statement, index): readonly BrokenGuard[] => {
          const asked = statement.conditions.map(({ key }) => key).find((key) => keys.includes(key));
          if (
            statement.effect !== 'Deny' ||
            asked === undefined ||
            carriersOf(asked).some((action) => concernsAction(statement.actions, action))
          )
            return [];
          return [{ ref: refOf(name, index, statement), why: `asks for ${spelled(asked)} of actions that never carry it` }];
        }),
  );
}

/** Actions that carry a key. */
function carriersOf(key: string): readonly string[] {
  return Object.keys(sagemakerActionKeys).flatMap((action) =>
    sagemakerActionKeys[action]?.includes(key) === true ? [`sagemaker:${action}`] : [],
  );
}

function about({ statement }: Clause, keys: readonly string[]): readonly Condition[] {
  return statement.conditions.filter(({ key }) => keys.includes(key));
}

function isLeftOut({ context }: Escaped['example'], key: string): boolean {
  return context.some(([name, value]) => name === key && value === null);
}

/** Does the request carry several values, of which some may be approved? */
function isMixed({ context }: Escaped['example'], key: string): boolean {
  return context.some(([name, value]) => name === key && typeof value === 'object' && value !== null && value.length > 1);
}

function brokenDeny(clause: Clause, { keys, allKeys, example }: Escaped): string | undefined {
  const { conditions } = clause.statement;
  const lacking = about(clause, allKeys).find(({ key, operator }) => isForeign(key, example.action) && !holdsWithout(operator));
  if (lacking !== undefined) return `asks for ${spelled(lacking.key)}, which ${example.action} never carries`;
  if (about(clause, keys).length === 0) return undefined;
  const nulls = conditions.filter(({ operator, values }) => operator === 'Null' && values.includes('true'));
  if (nulls.length > 1) return 'denies only where all the keys under its Null are missing at once';
  const misses = about(clause, keys).find(({ key, operator }) => isLeftOut(example, key) && !holdsWithout(operator));
  if (misses !== undefined) return `does not meet a request that leaves ${spelled(misses.key)} out (${misses.operator} without IfExists)`;
  const lenient = about(clause, keys).find(({ key, operator }) => operatorOf(operator)?.quantifier === 'all' && isMixed(example, key));
  if (lenient !== undefined)
    return `denies only where no value of ${spelled(lenient.key)} is approved: ForAnyValue denies where one of them is not`;
  return undefined;
}

function brokenAllow(clause: Clause, { keys, example, by }: Escaped): string | undefined {
  const conditions = about(clause, keys);
  if (conditions.length === 0) return undefined;
  const held = conditions.filter(({ key, operator }) => isLeftOut(example, key) && operatorOf(operator)?.comparison !== 'null');
  const empty = held.find(
    ({ operator, key }) => operatorOf(operator)?.quantifier === 'all' && !hasCompanion(clause.statement.conditions, key),
  );
  if (empty !== undefined) return `holds where ${spelled(empty.key)} is missing: ForAllValues needs Null false beside it`;
  const spared = held.find(({ operator }) => holdsWithout(operator));
  if (spared !== undefined && by.length === 0) return `holds where ${spelled(spared.key)} is missing (${spared.operator})`;
  const lenient = conditions.find(({ key, operator }) => operatorOf(operator)?.quantifier === 'any' && isMixed(example, key));
  if (lenient !== undefined) return `holds where one value of ${spelled(lenient.key)} is approved: ForAllValues asks it of all of them`;
  const broader = by.find(({ policy, statement }) => policy !== clause.ref.policy || statement !== clause.ref.statement);
  return broader === undefined
    ? undefined
    : `is void: statement ${broader.statement} of ${broader.policy} allows the same without its condition`;
}

function spelled(key: string): string {
  return conditionKeyNames[key] ?? key;
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
