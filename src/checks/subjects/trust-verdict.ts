import type { Evidence } from '../../core/evidence.ts';
import { assumersOf, mayAssume, type Assumer, type TrustPolicy } from '../../iam/assumers.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';
import type { ExecutionRole } from './execution-roles.ts';

const source = 'iam:GetAccountAuthorizationDetails';
const path = 'AssumeRolePolicyDocument';

/** Enough to see who they are. */
const shown = 5;

/** The trust policy of a role, or why it cannot be told. */
export function trustOf({ subject: { principal } }: ExecutionRole): TrustPolicy {
  return { name: `${principal.name}/${path}`, document: principal.trust ?? { kind: 'unreadable', reason: 'is not in the answer of IAM' } };
}

/** What a question about a trust policy is called. */
export interface TrustWords {
  readonly who: string;
  readonly none: string;
  /** As whom somebody is asked about; as it stands, where nothing else is said. */
  readonly asked?: (one: Assumer) => Assumer;
}

/** May somebody whom it should not trust become a role? */
export function trustVerdict(
  role: ExecutionRole,
  partition: string,
  isWrong: (who: Assumer) => boolean,
  { who, none, asked = (one) => one }: TrustWords,
): Verdict {
  const own = role.subject.principal.caller.principal.account;
  const trust = trustOf(role);
  if (trust.document.kind === 'unreadable') return unknown(`its trust policy ${trust.document.reason}`);
  const answers = assumersOf(trust)
    .filter(isWrong)
    .map((one) => ({ one, answer: mayAssume(trust, asked(one), partition, own) }));
  const evidence = answers
    .filter(({ answer }) => answer.kind === 'possible')
    .map(({ one }): Evidence => ({ source, path: `${path}: Principal`, value: one.name }));
  const [first, ...rest] = evidence;
  if (first !== undefined) return fail(`may be taken on by ${who}`, [first, ...rest.slice(0, shown - 1), ...role.users]);
  const doubt = answers.find(({ answer }) => answer.kind === 'unknown');
  if (doubt?.answer.kind === 'unknown') {
    return unknown(`cannot tell whether ${who} may take it on: ${doubt.answer.reason}`, [
      { source, path: `${path}: Principal`, value: doubt.one.name },
    ]);
  }
  return pass(
    none,
    answers.map(({ one }) => ({ source, path: `${path}: Principal`, value: `${one.name}: its conditions are never met` })),
  );
}
