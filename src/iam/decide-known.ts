import type { Statement } from './policy-document.ts';
import { refOf, type NamedPolicy, type PolicySet, type StatementRef } from './policy-set.ts';
import { concernsPrincipal, namedBy, type Named } from './principal-match.ts';
import type { Request } from './request.ts';
import { statementTruth } from './statement-truth.ts';
import { every, not, some, type Truth } from './truth.ts';

/** What AWS answers to a request, as far as the policies that are known tell it. */
export interface Decision {
  readonly kind: 'allowed' | 'denied' | 'unknown';
  /** The statements that decide: one that denies, or those that allow. */
  readonly by: readonly StatementRef[];
}

/** What one layer of policies says. */
interface Layer {
  readonly allow: Truth;
  readonly deny: Truth;
  readonly allowedBy: readonly StatementRef[];
  readonly deniedBy: readonly StatementRef[];
}

/** Evaluates a request from what is known: a key whose value is not leaves open whatever hangs on it. */
export function decideKnown(policies: PolicySet, request: Request): Decision {
  const layers = layersOf(policies, request);
  const all = Object.values(layers).flat();
  const denied = some(all.map(({ deny }) => deny));
  if (denied === 'yes') return { kind: 'denied', by: all.flatMap(({ deniedBy }) => deniedBy).slice(0, 1) };
  const truth = every([not(denied), allowedTruth(policies, request, layers)]);
  if (truth === 'no') return { kind: 'denied', by: [] };
  if (truth === 'maybe') return { kind: 'unknown', by: [] };
  return { kind: 'allowed', by: all.flatMap(({ allowedBy }) => allowedBy.slice(0, 1)) };
}

interface Layers {
  readonly identity: readonly Layer[];
  readonly boundary: readonly Layer[];
  readonly session: readonly Layer[];
  readonly organization: readonly Layer[];
  readonly endpoint: readonly Layer[];
  readonly resource: readonly Layer[];
}

function layersOf(policies: PolicySet, request: Request): Layers {
  const ofLayer = (list: readonly NamedPolicy[] | undefined): readonly Layer[] =>
    list === undefined ? [] : [layerOf(list, request, policies.boundary !== undefined)];
  const ownerless = request.principal.type === 'anonymous' || request.principal.type === 'service';
  return {
    identity: ofLayer(policies.identity),
    boundary: ofLayer(policies.boundary && [policies.boundary]),
    session: ofLayer(policies.session),
    organization: [
      // A service of AWS is in no organization that could control it; resource control policies are about the resource.
      ...(ownerless ? [] : (policies.scp ?? [])).flatMap((level) => ofLayer(level)),
      ...(policies.rcp ?? []).flatMap((level) => ofLayer(level)),
    ],
    endpoint: ofLayer(policies.endpoint && [policies.endpoint]),
    resource: ofLayer(policies.resource && [policies.resource]),
  };
}

function layerOf(policies: readonly NamedPolicy[], request: Request, bounded: boolean): Layer {
  const allow: Truth[] = [];
  const deny: Truth[] = [];
  const [allowedBy, deniedBy]: [StatementRef[], StatementRef[]] = [[], []];
  for (const { name, document } of policies) {
    if (document.kind === 'unreadable') {
      // It may say anything.
      allow.push('maybe');
      deny.push('maybe');
      continue;
    }
    for (const [index, statement] of document.statements.entries()) {
      const truth = every([
        concernsPrincipal(statement, request.principal, bounded),
        statementTruth(statement, request, document.variables),
      ]);
      (statement.effect === 'Allow' ? allow : deny).push(truth);
      if (truth === 'yes') (statement.effect === 'Allow' ? allowedBy : deniedBy).push(refOf(name, index, statement));
    }
  }
  return { allow: some(allow), deny: some(deny), allowedBy, deniedBy };
}

/** Do the kinds of policies together allow, where nothing denies? */
function allowedTruth(policies: PolicySet, request: Request, layers: Layers): Truth {
  const { principal, resourceAccount } = request;
  const allow = (list: readonly Layer[]): Truth => every(list.map((layer) => layer.allow));
  const guards = every([allow(layers.organization), allow(layers.endpoint)]);
  const byResource = layers.resource.length === 0 ? 'no' : allow(layers.resource);
  if (principal.type === 'anonymous' || principal.type === 'service') return every([guards, byResource]);

  // The root user may do everything in its own account that nothing denies.
  const byIdentity = principal.type === 'root' ? 'yes' : every([allow(layers.identity), allow(layers.boundary), allow(layers.session)]);
  if (resourceAccount !== undefined && resourceAccount !== principal.account) return every([guards, byIdentity, byResource]);
  if (onlyByResource.test(request.action)) {
    const named = namedInResource(policies, request);
    return every([guards, byResource, some([byIdentity, ...aloneTruths(named, layers)])]);
  }
  return every([guards, some([byIdentity, ...aloneTruths(namedInResource(policies, request), layers)])]);
}

/**
 * What a role's trust policy or a key's policy does not allow, no other policy can.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
const onlyByResource = /^(sts:AssumeRole.*|kms:.*)$/i;

/** How the statements of the resource's policy that allow the request name who asks, with what is known of whether they apply. */
function namedInResource({ resource }: PolicySet, request: Request): readonly (readonly [Named, Truth])[] {
  if (resource === undefined) return [];
  if (resource.document.kind === 'unreadable') return [['self', 'maybe']];
  const { statements, variables } = resource.document;
  return statements.flatMap((statement): readonly (readonly [Named, Truth])[] => {
    if (statement.effect !== 'Allow' || statement.principals === undefined) return [];
    // AWS supports no Allow with NotPrincipal, and so does not say how it names everybody else.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    if (statement.principals.not) {
      return concernsPrincipal(statement, request.principal, false) === 'no'
        ? []
        : [['maybe', statementTruth(statement, request, variables)]];
    }
    const how = namedBy(statement.principals, request.principal);
    return [[how === 'anybody' && picksByArn(statement) ? 'self' : how, statementTruth(statement, request, variables)]];
  });
}

/** Anybody, if only by ARN, is who has the ARN. */
function picksByArn({ conditions }: Statement): boolean {
  return conditions.some(({ key, operator }) => key === 'aws:principalarn' && /^(ForAnyValue:)?(Arn|String)(Equals|Like)$/.test(operator));
}

/**
 * Where the policy of a resource alone suffices, in one account: what it allows to a user or to a session, its boundary and its session do not
 * limit by their silence; what it allows to a role, they do. What it allows to an account is for that account to hand on.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic
 */
function aloneTruths(named: readonly (readonly [Named, Truth])[], { boundary, session }: Layers): readonly Truth[] {
  const limits = [...boundary, ...session];
  const limited = every(limits.map((layer) => layer.allow));
  return named.map(([how, truth]): Truth => {
    switch (how) {
      case 'no':
      case 'account':
        return 'no';
      case 'self':
        return truth;
      case 'role':
        return every([truth, limited]);
      case 'anybody':
        // Whether anybody means the session or its role, where the two differ, is not written.
        return limited === 'yes' ? truth : every([truth, 'maybe']);
      case 'maybe':
      default:
        return every([truth, 'maybe']);
    }
  });
}
