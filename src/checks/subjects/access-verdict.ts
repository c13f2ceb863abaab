import type { Evidence } from '../../core/evidence.ts';
import type { Gap } from '../../core/gap.ts';
import { mayLiftBoundary } from '../../iam/administrator.ts';
import { bindingPolicies } from '../../iam/escapes.ts';
import type { PolicySet } from '../../iam/policy-set.ts';
import type { Answer } from '../../iam/solve.ts';
import type { Scope } from '../check.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';
import { scpNote, type PrincipalSubject } from './principal-subjects.ts';
import { sayExample } from './say-example.ts';
import { sayStatements } from './say-statements.ts';

const source = 'iam:GetAccountAuthorizationDetails';

/** What a question about a principal is called. */
export interface AccessWords {
  /** As the end of a sentence that begins with "it may". */
  readonly what: string;
  /** Said behind a fail or a pass: what the verdict leaves out. */
  readonly note?: string;
  /** How a pass is told; "cannot" and what it is about, where nothing else is said. */
  readonly held?: string;
}

/** An answer, and the failed read that would give it where it is that which is missing. */
export type ReadAnswer = Answer & { readonly gap?: Gap };

/**
 * May a principal do what it should not?
 *
 * An administrator is told apart: what its policies forbid today it may allow itself, so that only policies of others can stop it.
 *
 * @param answerOf asks, under the policies that are handed over
 */
export function accessVerdict(
  subject: PrincipalSubject,
  { partition }: Pick<Scope, 'partition'>,
  answerOf: (policies: PolicySet) => ReadAnswer,
  { what, note = '', held = `cannot ${what}` }: AccessWords,
): Verdict {
  const { principal, policies, control } = subject;
  const administrator = subject.administrator();
  if (administrator.kind === 'possible') {
    const bound = answerOf(bindingPolicies(policies, !mayLiftBoundary(principal, policies, { partition })));
    if (bound.kind === 'impossible') return pass(`is an administrator, and still ${held}${note}`, statementsThatStop(bound));
    if (bound.kind === 'unknown' && control.gap !== undefined && control.scp !== undefined) {
      return unknown(`is an administrator, and cannot tell whether it may ${what}: ${bound.reason}`, [], [], [control.gap]);
    }
    const why = control.scp === undefined ? 'service control policies could not be read' : 'no policy of others stops it';
    return notApplicable(`is an administrator: it may change its own policies, and ${why}`, [exampleEvidence(administrator)]);
  }
  const answer = answerOf(policies);
  const gap = answer.kind === 'unknown' ? (answer.gap ?? control.gap) : undefined;
  switch (answer.kind) {
    case 'possible':
      return fail(`may ${what}${note}${scpNote(subject)}`, [exampleEvidence(answer)]);
    case 'unknown':
      return unknown(`cannot tell whether it may ${what}: ${answer.reason}`, [], [], gap === undefined ? [] : [gap]);
    case 'impossible':
    default:
      if (administrator.kind === 'unknown') {
        return unknown(`its policies hold, but cannot tell whether it may change them: ${administrator.reason}`);
      }
      return pass(`${held}${note}`, statementsThatStop(answer));
  }
}

/** A request that is allowed, and what allows it. */
export function exampleEvidence({ by, example }: Extract<Answer, { readonly kind: 'possible' }>): Evidence {
  return { source, path: sayStatements(by), value: sayExample(example) };
}

function statementsThatStop({ by, why }: Extract<Answer, { readonly kind: 'impossible' }>): readonly Evidence[] {
  return by.length === 0 ? [] : [{ source, path: sayStatements(by), value: why }];
}

/** The worst of several answers, asked one by one: what is possible, else what cannot be told, else that none is. */
export function worstAnswer(answers: Iterable<ReadAnswer>): ReadAnswer {
  let doubt: ReadAnswer | undefined;
  const by: Extract<Answer, { kind: 'impossible' }>[] = [];
  for (const answer of answers) {
    if (answer.kind === 'possible') return answer;
    if (answer.kind === 'unknown') doubt ??= answer;
    else by.push(answer);
  }
  if (doubt !== undefined) return doubt;
  const telling = by.find((answer) => answer.by.length > 0) ?? by[0];
  return telling === undefined
    ? { kind: 'impossible', by: [], why: 'there is nothing to ask about' }
    : { ...telling, by: by.flatMap((answer) => answer.by) };
}
