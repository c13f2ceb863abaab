import type { Evidence } from '../../core/evidence.ts';
import { mayLiftBoundary } from '../../iam/administrator.ts';
import { bindingPolicies, escapesOf, type Escape, type Escapes, type GuardedPlace } from '../../iam/escapes.ts';
import type { GuardrailId } from '../../iam/guardrails.ts';
import { fail, notApplicable, pass, unknown, type Verdict } from '../verdict.ts';
import { clipped } from './clipped.ts';
import { scpNote, type PrincipalSubject } from './principal-subjects.ts';
import { sayBrokenGuards } from './say-broken-guards.ts';
import { sayExample } from './say-example.ts';
import { sayStatements } from './say-statements.ts';

const source = 'iam:GetAccountAuthorizationDetails';

/** Enough to see what it is about. */
const shown = 5;

/**
 * Does a guardrail hold for a principal?
 *
 * @param escapes how it holds by all policies of the principal
 */
export function guardrailVerdict(id: GuardrailId, subject: PrincipalSubject, escapes: Escapes, place: GuardedPlace): Verdict {
  const administrator = subject.administrator();
  if (administrator.kind === 'possible') return administratorVerdict(id, subject, place, sayStatements(administrator.by));
  if (escapes.possible.length > 0) return escaped(id, escapes, subject);
  if (escapes.unknown.length > 0) {
    return undecided(escapes, subject, sayBrokenGuards(id, escapes, subject.policies, subject.principal.caller));
  }
  if (administrator.kind === 'unknown') {
    return unknown(`its policies hold, but cannot tell whether it may change them: ${administrator.reason}`);
  }
  return held(escapes);
}

/** Who may change its own policies is bound by those of others alone. */
function administratorVerdict(
  id: GuardrailId,
  { principal, policies, control }: PrincipalSubject,
  place: GuardedPlace,
  by: string,
): Verdict {
  const bound = escapesOf(id, bindingPolicies(policies, !mayLiftBoundary(principal, policies, place)), principal.caller, place);
  // A service control policy that could not be read can only take more away.
  if (bound.possible.length === 0) {
    return bound.unknown.length === 0 ? held(bound) : undecided(bound, { control }, '');
  }
  const why = control.scp === undefined ? 'service control policies could not be read' : 'no service control policy stops it';
  return notApplicable(`it is an administrator: it may change its own policies (${by}), and ${why}`);
}

function undecided({ unknown: doubts }: Escapes, { control }: Pick<PrincipalSubject, 'control'>, broken: string): Verdict {
  const [first] = doubts;
  if (first === undefined) throw new Error('nothing is in doubt');
  const { violation, answer } = first;
  const message = `cannot tell whether it may create ${violation.makes} (sagemaker:${violation.action}): ${answer.reason}${broken}`;
  return unknown(message, [], [], control.gap === undefined ? [] : [control.gap]);
}

function escaped(id: GuardrailId, escapes: Escapes, subject: PrincipalSubject): Verdict {
  const { possible } = escapes;
  const [first] = possible;
  if (first === undefined) throw new Error('nothing escapes');
  const others = new Set(possible.map(({ violation }) => violation.makes)).size - 1;
  const more = others === 0 ? '' : `, and ${others} more of the kind`;
  const broken = sayBrokenGuards(id, escapes, subject.policies, subject.principal.caller);
  const evidence = possible
    .slice(0, shown)
    .map((escape): Evidence => ({ source, path: sayStatements(escape.answer.by.slice(0, 1)), value: sayEscape(escape) }));
  const [head, ...rest] = evidence;
  if (head === undefined) throw new Error('nothing escapes');
  const once = first.role === null ? ', as soon as it may pass a role, which nothing allows it today' : '';
  return fail(`may create ${first.violation.makes}${more}${once}: ${sayEscape(first)}${broken}${scpNote(subject)}`, [head, ...rest]);
}

/** The request, with the role that goes with it. */
function sayEscape({ answer, role }: Escape<'possible'>): string {
  return role === undefined || role === null ? sayExample(answer.example) : `${sayExample(answer.example)}, passing ${clipped(role)}`;
}

function held({ impossible }: Escapes): Verdict {
  const able = impossible.filter(({ answer }) => answer.by.length > 0);
  const [first] = able;
  if (first === undefined) return pass('nothing allows it to create any of these');
  const kinds = new Set(able.map(({ violation }) => violation.action)).size;
  const rest = kinds === 1 ? '' : `, and the like for ${kinds - 1} more actions`;
  return pass(
    `cannot create ${first.violation.makes}: ${first.answer.why}${rest}`,
    able.slice(0, shown).map(({ answer: { by }, violation, role }): Evidence => ({
      source,
      path: sayStatements(by.slice(0, 3)),
      value: role === null ? 'iam:PassRole' : `sagemaker:${violation.action}`,
    })),
  );
}
