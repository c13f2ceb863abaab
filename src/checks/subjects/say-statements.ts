import type { StatementRef } from '../../iam/policy-set.ts';
import { clipped } from './clipped.ts';

/** More statements than this are counted, and not named. */
const named = 3;

/** Statements, for people: `statement 2 (Studio) of policy data-science`. */
export function sayStatements(refs: readonly StatementRef[]): string {
  const distinct = [...new Map(refs.map((ref) => [`${ref.policy}\n${ref.statement}`, ref])).values()];
  const said = distinct.slice(0, named).map(({ policy, statement, sid }) => {
    return `statement ${statement}${sid === undefined ? '' : ` (${clipped(sid)})`} of policy ${clipped(policy)}`;
  });
  const more = distinct.length - said.length;
  return more > 0 ? `${said.join(', ')} and ${more} more` : said.join(' and ');
}
