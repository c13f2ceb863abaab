import { bucketsNamed, foreignBuckets, noBuckets } from './bucket-patterns.ts';
import type { Carrier } from './carriers.ts';
import { layerOf } from './clause.ts';
import { keyDomain, type Caller } from './key-domain.ts';
import { matchesPattern } from './pattern.ts';
import type { NamedPolicy } from './policy-set.ts';
import type { Statement } from './policy-document.ts';
import type { KeyDomain } from './question.ts';
import { absent, one, type Principal } from './request.ts';
import { solveLayers, type Answer } from './solve.ts';
import { anonymousKey, strangerKey, strangerPrincipal, strangersResourceKey, strangersTo, type Stranger } from './stranger.ts';

/** An endpoint, and whose it is. */
export interface EndpointPlace {
  readonly partition: string;
  readonly region: string;
  readonly endpointId: string;
  readonly vpcId: string;
}

/** Whose credentials cross: a stranger's that were brought along, those of the account itself, or none. */
export type CrossedBy = 'stranger' | 'own' | 'nobody';

/** May data cross to a stranger's resource through an endpoint, by one action and with one kind of credentials? */
export interface Crossing {
  readonly by: CrossedBy;
  readonly action: string;
  readonly answer: Answer;
}

/** What an endpoint's policy is asked. */
export interface CrossingQuestion {
  readonly carriers: readonly Carrier[];
  /** Credentials of the account, each to be tried. */
  readonly own: readonly Caller[];
  /** Resources that are no stranger's although their names can be anybody's, as globs with PARTITION and REGION. */
  readonly except?: readonly string[];
  /** Are buckets that the policy names in full no stranger's? They are not unless said otherwise. */
  readonly trustsNames?: boolean;
  /** Whose credentials are asked about; everybody's unless said otherwise. */
  readonly who?: readonly CrossedBy[];
}

/**
 * Which requests an endpoint's policy lets through to resources of strangers. Exact for the policy: whether the stranger's own policies allow
 * the request is up to the stranger. An account or a bucket that the policy names without wildcards is one that its author trusts.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function endpointCrossings(policy: NamedPolicy, place: EndpointPlace, question: CrossingQuestion): readonly Crossing[] {
  const statements = policy.document.kind === 'read' ? policy.document.statements : [];
  const strangers = strangersTo(
    statements,
    question.own.flatMap(({ principal, organization }) => [principal.account, ...(organization ? [organization] : [])]),
  );
  const who = question.who ?? ['stranger', 'nobody', 'own'];
  return question.carriers.flatMap((carrier) =>
    who.flatMap((by): readonly Crossing[] => {
      const ways = waysOf(by, carrier, strangers, question.own, place);
      if (ways.length === 0) return [];
      const answers = ways.map((way) => answerOf(policy, statements, carrier, way, place, question));
      return [{ by, action: carrier.action, answer: worst(answers) }];
    }),
  );
}

/** Who asks, and whose the resource is. */
interface Way {
  readonly principal: Principal;
  readonly principalKey: (key: string) => KeyDomain | undefined;
  readonly owner: Stranger;
  /** Whose other keys the request carries. */
  readonly caller: Caller;
}

function waysOf(
  by: CrossedBy,
  carrier: Carrier,
  strangers: readonly Stranger[],
  own: readonly Caller[],
  { partition }: EndpointPlace,
): readonly Way[] {
  const brought = strangers.map((stranger) => {
    const principal = strangerPrincipal(stranger, partition);
    const caller: Caller = { principal, tags: undefined, sessionTags: true, organization: stranger.organization };
    return { stranger, principal, caller };
  });
  // What is about no resource happens in the caller's own account.
  const owners = (caller: Stranger): readonly Stranger[] => (carrier.resource === undefined ? [caller] : strangers);
  switch (by) {
    case 'stranger':
      return brought.flatMap(({ stranger, principal, caller }) =>
        owners(stranger).map((owner) => ({
          principal,
          principalKey: (key: string) => strangerKey(key, stranger, partition),
          owner,
          caller,
        })),
      );
    case 'nobody':
      if (carrier.anonymous !== true) return [];
      return brought.map(({ stranger, caller }) => ({
        principal: { type: 'anonymous' },
        principalKey: anonymousKey,
        owner: stranger,
        caller,
      }));
    case 'own':
    default:
      if (carrier.shared !== true) return [];
      return own.flatMap((caller) =>
        strangers.map((owner) => ({ principal: caller.principal, principalKey: () => undefined, owner, caller })),
      );
  }
}

function answerOf(
  policy: NamedPolicy,
  statements: readonly Statement[],
  { action, resource }: Carrier,
  { principal, principalKey, owner, caller }: Way,
  place: EndpointPlace,
  { except = [], trustsNames = true }: CrossingQuestion,
): Answer {
  const { partition, region } = place;
  const placed = (text: string): string =>
    text.replace('PARTITION', partition).replaceAll('REGION', region).replace('ACCOUNT', owner.account);
  const placeKeys = keysOfPlace(place);
  const domainOf = (key: string): KeyDomain =>
    placeKeys[key] ??
    principalKey(key) ??
    strangersResourceKey(key, owner) ??
    keyDomain(key, { caller, action, region, origin: 'endpoint' });
  const base = resource === undefined ? '*' : placed(resource);
  const ofBuckets = base.includes(':s3:::');
  const answer = solveLayers([layerOf('the endpoint policy', [policy], action, principal)], {
    principal,
    action,
    resource: base,
    except: [
      ...except.map(placed),
      ...(ofBuckets ? noBuckets(partition) : []),
      ...(ofBuckets && trustsNames ? bucketsNamed(statements, partition) : []),
    ],
    naturalResources: [...(ofBuckets ? foreignBuckets(statements, partition) : []), base.replaceAll('*', 'any')].filter((resource) =>
      matchesPattern(base, resource),
    ),
    domainOf,
  });
  if (answer.kind !== 'possible') return answer;
  // What could not be otherwise is no news.
  const context = answer.example.context.filter(([key]) => domainOf(key).kind === 'free' && key !== 'aws:principalarn');
  return { ...answer, example: { ...answer.example, context } };
}

/** What every request through the endpoint carries, and none that a service of AWS makes for somebody. */
function keysOfPlace({ region, endpointId, vpcId }: EndpointPlace): { readonly [key: string]: KeyDomain } {
  const listed = (...values: readonly string[]): KeyDomain => ({
    kind: 'listed',
    candidates: values.map((value) => ({ value: one(value) })),
  });
  const never: KeyDomain = { kind: 'listed', candidates: [{ value: absent }] };
  return {
    'aws:sourcevpce': listed(endpointId),
    'aws:sourcevpc': listed(vpcId),
    'aws:requestedregion': listed(region),
    'aws:viaawsservice': listed('false'),
    'aws:calledvia': never,
    'aws:calledviafirst': never,
    'aws:calledvialast': never,
  };
}

/** One that is possible; else one that nobody knows. */
function worst(answers: readonly Answer[]): Answer {
  const found = answers.find(({ kind }) => kind === 'possible') ?? answers.find(({ kind }) => kind === 'unknown') ?? answers[0];
  return found ?? { kind: 'impossible', by: [], why: 'nobody is there to ask' };
}
