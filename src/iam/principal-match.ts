import type { Listed, Statement } from './policy-document.ts';
import type { Principal } from './request.ts';
import { yesOrNo, type Truth } from './truth.ts';

/**
 * How the Principal of a statement takes in who asks: by its account alone, which leaves it to that account to allow it; by the role that a
 * session is of; as itself; or as anybody.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Named = 'no' | 'account' | 'role' | 'self' | 'anybody' | 'maybe';

export function namedBy(listed: Listed, principal: Principal): Named {
  const found = new Set(listed.patterns.map((pattern) => byPattern(pattern, principal)));
  return (['self', 'role', 'anybody', 'account', 'maybe'] as const).find((how) => found.has(how)) ?? 'no';
}

/**
 * Whom a statement concerns: in a policy of an identity, whoever has it.
 *
 * @param bounded has who asks a permissions boundary? A Deny with NotPrincipal then always applies.
 */
export function concernsPrincipal({ principals, effect }: Statement, principal: Principal, bounded: boolean): Truth {
  if (principals === undefined) return 'yes';
  if (principals.not) return bounded && effect === 'Deny' ? 'yes' : concernedByNot(principals, principal);
  const how = namedBy(principals, principal);
  return how === 'no' ? 'no' : how === 'maybe' ? 'maybe' : 'yes';
}

function byPattern(pattern: string, principal: Principal): Named {
  if (pattern === '*') return 'anybody';
  // Whose canonical id it is, only S3 knows. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  if (pattern.startsWith('CanonicalUser:')) return principal.type === 'service' || principal.type === 'anonymous' ? 'no' : 'maybe';
  switch (principal.type) {
    case 'anonymous':
      return 'no';
    case 'service':
      return pattern === `Service:${principal.service}` ? 'self' : 'no';
    case 'federated':
      return pattern === `Federated:${principal.arn}` || pattern === principal.arn ? 'self' : byAccount(pattern, principal.account);
    case 'root':
      return byAccount(pattern, principal.account);
    case 'user':
      return pattern === principal.arn ? 'self' : byAccount(pattern, principal.account);
    case 'role':
    default:
      if (pattern === principal.arn) return 'role';
      if (pattern === principal.sessionArn) return 'self';
      // A session of this role, but which one asks is not known.
      if (principal.sessionArn === undefined && pattern.startsWith(sessionsOf(principal.arn))) return 'maybe';
      return byAccount(pattern, principal.account);
  }
}

function byAccount(pattern: string, account: string): Named {
  return pattern === account || new RegExp(`^arn:[^:]+:iam::${account}:root$`).test(pattern) ? 'account' : 'no';
}

/** The ARN of a role's sessions, up to their names; the path of the role is not in it. */
function sessionsOf(roleArn: string): string {
  const [, partition, , , account = '', role = ''] = roleArn.split(':');
  return `arn:${partition ?? ''}:sts::${account}:assumed-role/${role.split('/').at(-1) ?? ''}/`;
}

/**
 * Does a statement with NotPrincipal concern who asks? To leave out a user, its account has to be listed as well; for a session its role, too.
 * Where only a part is listed, AWS says that the statement "might" apply.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function concernedByNot({ patterns }: Listed, principal: Principal): Truth {
  const hows = new Set(patterns.map((pattern) => byPattern(pattern, principal)));
  if (hows.has('anybody')) return 'no';
  if (principal.type === 'service' || principal.type === 'federated') return yesOrNo(!hows.has('self'));
  if (principal.type === 'root') return yesOrNo(!hows.has('account'));
  const named = hows.has('self') || hows.has('role') || hows.has('maybe');
  if (!named) return hows.has('account') ? 'maybe' : 'yes';
  const whole = hows.has('account') && (principal.type !== 'role' || (hows.has('role') && hows.has('self')));
  return whole ? 'no' : 'maybe';
}
