import type { Ask } from './ask.ts';
import type { Clause, Layer } from './clause.ts';
import type { Caller } from './key-domain.ts';
import { hasVariables } from './pattern.ts';
import type { Statement } from './policy-document.ts';

/** Keys whose values follow from who asks. */
const ofTheCaller = /^aws:(principal|username|userid|resourceaccount|resourceorg|sourceidentity|tokenissuetime)/;

/**
 * A text that is the same for two questions only where their answers are: the same statements of policies of the same names, the same request,
 * and the same caller, where any of the statements looks at who it is.
 */
export function sameQuestion(layers: readonly Layer[], caller: Caller, question: Ask, regions: readonly string[]): string {
  const clauses = layers.map(({ name, allows, denies, unreadable }) => [name, allows.map(idOf), denies.map(idOf), unreadable]);
  const personal = layers.some(({ allows, denies }) => [...allows, ...denies].some(({ statement }) => looksAtCaller(statement)));
  const { principal, id, organization } = caller;
  const who = personal ? [principal.arn, id, [...(caller.tags ?? [['?', '?']])], caller.sessionTags] : [principal.account, principal.type];
  return JSON.stringify([clauses, who, organization ?? (organization === null ? 0 : 1), question, regions]);
}

const ids = new WeakMap<Statement, number>();
let last = 0;

function idOf({ statement, ref, principal }: Clause): string {
  let id = ids.get(statement);
  if (id === undefined) ids.set(statement, (id = last += 1));
  return `${id} ${principal} ${ref.policy}`;
}

const personal = new WeakMap<Statement, boolean>();

function looksAtCaller(statement: Statement): boolean {
  let looks = personal.get(statement);
  if (looks === undefined) {
    looks =
      statement.conditions.some(({ key, values }) => ofTheCaller.test(key) || values.some(hasVariables)) ||
      statement.resources.patterns.some(hasVariables);
    personal.set(statement, looks);
  }
  return looks;
}
