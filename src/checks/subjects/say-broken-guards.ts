import { brokenGuards, misplacedGuards, type BrokenGuard, type Escaped } from '../../iam/broken-guards.ts';
import type { Escape, Escapes } from '../../iam/escapes.ts';
import { violations, type GuardrailId, type Violation } from '../../iam/guardrails.ts';
import type { Caller } from '../../iam/key-domain.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import { layersOf } from '../../iam/solve.ts';
import { sayStatements } from './say-statements.ts';

/** Enough to begin with. */
const named = 3;

/**
 * What looks like a guard against these escapes, and is none: `; statement 2 of policy p denies only where …`, each statement once.
 *
 * @returns an empty text where no such statement is known
 */
export function sayBrokenGuards(
  id: GuardrailId,
  { possible, unknown }: Pick<Escapes, 'possible' | 'unknown'>,
  policies: PolicySet,
  { principal }: Pick<Caller, 'principal'>,
): string {
  const allKeys = [...new Set(violations[id].flatMap(({ demands }) => Object.keys(demands)))];
  const escaped = [
    ...possible.map(({ violation, answer }): Escaped => ({ keys: keysOf(violation), allKeys, example: answer.example, by: answer.by })),
    ...unknown.flatMap((escape) => perhaps(escape, allKeys)),
  ];
  const found = new Map<string, BrokenGuard>();
  for (const one of escaped) {
    const layers = layersOf(policies, { action: one.example.action, principal });
    for (const guard of brokenGuards(layers, one)) note(found, guard);
  }
  if (escaped.length > 0) for (const guard of misplacedGuards(policies, allKeys)) note(found, guard);
  return [...found.values()]
    .slice(0, named)
    .map(({ ref, why }) => `; ${sayStatements([ref])} ${why}`)
    .join('');
}

function note(found: Map<string, BrokenGuard>, guard: BrokenGuard): void {
  const key = `${guard.ref.policy}\n${guard.ref.statement}`;
  if (!found.has(key)) found.set(key, guard);
}

function keysOf({ demands }: Violation): readonly string[] {
  return Object.keys(demands);
}

/** A request that leaves out what is not known to be filled: where that is the doubt, and no other. */
function perhaps({ violation, answer }: Escape<'unknown'>, allKeys: readonly string[]): readonly Escaped[] {
  const left = Object.entries(violation.demands).flatMap(([key, domain]) =>
    domain.kind === 'listed' && domain.candidates.some(({ value, doubt }) => value.kind === 'absent' && doubt === answer.reason)
      ? [key]
      : [],
  );
  if (left.length === 0) return [];
  const context = left.map((key) => [key, null] as const);
  return [{ keys: keysOf(violation), allKeys, example: { action: `sagemaker:${violation.action}`, context }, by: [] }];
}
