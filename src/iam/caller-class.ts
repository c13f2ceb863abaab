import { matchesArn } from './arn-pattern.ts';
import { matchesGlob } from './glob.ts';
import type { Caller } from './key-domain.ts';
import { hasVariables } from './pattern.ts';
import type { Statement } from './policy-document.ts';

const ofTheCaller = /^aws:(principalarn|userid|username|principaltype)$/;
const tag = 'aws:principaltag/';

/**
 * A text for each caller of one account, the same for those that no statement tells apart: a policy that spares one tag makes two classes of a
 * thousand roles.
 *
 * @returns undefined where the statements tell nobody of an account apart
 */
export function callerClass(statements: readonly Statement[]): ((caller: Caller) => string) | undefined {
  const conditions = statements.flatMap((statement) => statement.conditions);
  const tags = [...new Set(conditions.flatMap(({ key }) => (key.startsWith(tag) ? [key.slice(tag.length)] : [])))];
  const principals = statements.flatMap(({ principals: listed }) => listed?.patterns ?? []).filter(isOneOfAnAccount);
  const byName = conditions.filter(({ key }) => ofTheCaller.test(key));
  const written = [...conditions.flatMap(({ values }) => values), ...statements.flatMap(({ resources }) => resources.patterns)];
  const texts = written.filter((text) => ofVariable.test(text));
  if (tags.length === 0 && principals.length === 0 && byName.length === 0 && texts.length === 0) return undefined;
  // Of whom a session's name or a variable is, everybody is somebody else.
  const each = texts.length > 0 || byName.some(({ key, values }) => key !== 'aws:principalarn' || values.some(hasVariables));
  const patterns = [...principals, ...byName.flatMap(({ values }) => values)];
  return ({ principal: { arn }, tags: own, sessionTags }) =>
    JSON.stringify([
      each ? arn : patterns.map((pattern) => [matchesGlob(pattern, arn), matchesArn(pattern, arn), isSessionOf(pattern, arn)]),
      sessionTags,
      own === undefined ? null : tags.map((name) => [...own].find(([key]) => key.toLowerCase() === name)?.[1] ?? null),
    ]);
}

/** A variable that differs within an account; its number and its organization do not. */
const ofVariable = /\$\{\s*aws:(principaltag\/|principalarn|principaltype|userid|username)/i;

function isOneOfAnAccount(pattern: string): boolean {
  return /:(user|role|assumed-role|federated-user)\//.test(pattern);
}

/** `arn:aws:sts::…:assumed-role/ROLE/SESSION` names sessions of a role without its path. */
function isSessionOf(pattern: string, arn: string): boolean {
  return pattern.includes(`:assumed-role/${arn.split('/').at(-1) ?? ''}/`);
}
