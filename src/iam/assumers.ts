import { keyDomain, type Caller } from './key-domain.ts';
import { layerOf } from './clause.ts';
import type { PolicyDocument, Statement } from './policy-document.ts';
import type { KeyDomain } from './question.ts';
import { absent, one, type Principal } from './request.ts';
import { solveLayers, type Answer } from './solve.ts';
import { concernsAction } from './statement-truth.ts';

/** Actions by which somebody becomes a role. */
const assumptions = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'] as const;

/** Who may become a role, as its trust policy names them. */
export type Assumer =
  | { readonly kind: 'anybody'; readonly name: '*' }
  | { readonly kind: 'account' | 'service' | 'federated'; readonly name: string };

/** A trust policy, under the name that people know it by. */
export interface TrustPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** A stranger: AWS gives no account this number. */
const nobody = '000000000000';

/** Everybody whom an Allow of a trust policy names, once each. A NotPrincipal names everybody else. */
export function assumersOf({ document }: TrustPolicy): readonly Assumer[] {
  if (document.kind === 'unreadable') return [];
  const found = document.statements.filter(isAboutAssuming).flatMap(({ principals }): readonly Assumer[] => {
    if (principals === undefined || principals.not) return [{ kind: 'anybody', name: '*' }];
    return principals.patterns.map(assumer);
  });
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

function isAboutAssuming({ effect, actions }: Statement): boolean {
  return effect === 'Allow' && assumptions.some((action) => concernsAction(actions, action));
}

function assumer(pattern: string): Assumer {
  if (pattern === '*') return { kind: 'anybody', name: '*' };
  if (pattern.startsWith('Service:')) return { kind: 'service', name: pattern.slice('Service:'.length) };
  if (pattern.startsWith('Federated:')) return { kind: 'federated', name: pattern.slice('Federated:'.length) };
  return { kind: 'account', name: pattern };
}

/** Account of a principal as a trust policy writes it: an ARN or a number. Undefined for the id of one that is gone. */
export function accountOf(name: string): string | undefined {
  if (/^\d{12}$/.test(name)) return name;
  return name.startsWith('arn:') ? name.split(':')[4] : undefined;
}

/**
 * May somebody become the role, by any request? Asked of its trust policy alone: what an account lets its own principals do is its own affair.
 *
 * @param own the account of the role: anybody is anybody outside of it, in an account that a condition names or in none of these
 */
export function mayAssume(trust: TrustPolicy, who: Assumer, partition: string, own: string): Answer {
  if (who.kind !== 'anybody') return mayAssumeAs(trust, who, partition);
  const answers = [nobody, ...accountsIn(trust)]
    .filter((account) => account !== own)
    .map((name) => mayAssumeAs(trust, { kind: 'account', name }, partition));
  return (
    answers.find(({ kind }) => kind === 'possible') ??
    answers.find(({ kind }) => kind === 'unknown') ??
    answers[0] ?? { kind: 'impossible', by: [], why: 'nobody is there to ask' }
  );
}

/** Accounts that the conditions of a trust policy write out. */
function accountsIn({ document }: TrustPolicy): readonly string[] {
  if (document.kind === 'unreadable') return [];
  const written = document.statements.flatMap(({ conditions }) => conditions.flatMap(({ values }) => values));
  return [...new Set(written.flatMap((text) => text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []))];
}

function mayAssumeAs(trust: TrustPolicy, who: Assumer, partition: string): Answer {
  const anyOfAccount = who.kind === 'account' && /^\d{12}$|:root$/.test(who.name);
  return assume(trust, principalOf(who, partition), (key, principal) => {
    const account = 'account' in principal ? principal.account : nobody;
    const caller: Caller = {
      principal: { type: 'user', arn: 'arn' in principal ? principal.arn : '', account },
      tags: undefined,
      sessionTags: true,
      organization: undefined,
    };
    const free: KeyDomain = { kind: 'free', type: 'text', optional: true };
    if (/^sts:(externalid|rolesessionname|sourceidentity)$/.test(key)) return free;
    // Who is named by an account is whichever of its principals likes to be.
    if (anyOfAccount && key === 'aws:principalarn') {
      return { kind: 'free', type: 'text', optional: false, base: `arn:${partition}:iam::${account}:?*`, natural: [caller.principal.arn] };
    }
    if (anyOfAccount && /^aws:(username|userid|principaltype)$/.test(key)) return free;
    if (principal.type === 'service') {
      // For whom a service acts is up to those who use it.
      if (/^aws:source(account|arn|orgid)$/.test(key)) return free;
      if (key === 'aws:principalisawsservice') return { kind: 'listed', candidates: [{ value: one('true') }] };
      if (key === 'aws:principalservicename') return { kind: 'listed', candidates: [{ value: one(principal.service) }] };
    }
    // What an identity provider says of people: there may be one of whom it says this.
    if (principal.type === 'federated' && !/^(aws|sts):/.test(key)) return free;
    return keyDomain(key, { caller, action: 'sts:AssumeRole', region: 'us-east-1', origin: 'internet' });
  });
}

/**
 * May SageMaker become the role for something in somebody else's account?
 * https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
 */
export function mayAssumeForOthers(trust: TrustPolicy, service: string, partition: string): Answer {
  const others: { readonly [key: string]: KeyDomain } = {
    'aws:sourceaccount': { kind: 'listed', candidates: [{ value: one(nobody) }] },
    'aws:sourcearn': {
      kind: 'listed',
      candidates: [{ value: one(`arn:${partition}:sagemaker:us-east-1:${nobody}:training-job/example`) }],
    },
    'aws:principalisawsservice': { kind: 'listed', candidates: [{ value: one('true') }] },
    'aws:principalservicename': { kind: 'listed', candidates: [{ value: one(service) }] },
    'sts:externalid': { kind: 'listed', candidates: [{ value: absent }] },
  };
  return assume(
    trust,
    { type: 'service', service },
    (key) => others[key] ?? { kind: 'unknown', doubt: `what SageMaker says for ${key} is not known` },
  );
}

function assume({ name, document }: TrustPolicy, principal: Principal, domainOf: (key: string, principal: Principal) => KeyDomain): Answer {
  const answers = assumptions.map((action): Answer => {
    const layer = layerOf('its trust policy', [{ name, document }], action, principal);
    return solveLayers([layer], { principal, action, resource: '*', naturalResources: [], domainOf: (key) => domainOf(key, principal) });
  });
  const telling = (kind: Answer['kind']): Answer | undefined =>
    answers.find((answer) => answer.kind === kind && 'by' in answer && answer.by.length > 0);
  return (
    telling('possible') ??
    answers.find(({ kind }) => kind === 'unknown') ??
    telling('impossible') ?? { kind: 'impossible', by: [], why: 'nothing in its trust policy allows it' }
  );
}

function principalOf({ kind, name }: Assumer, partition: string): Principal {
  const account = accountOf(name) ?? nobody;
  switch (kind) {
    case 'service':
      return { type: 'service', service: name };
    case 'federated':
      return { type: 'federated', arn: name, account };
    case 'anybody':
      return { type: 'user', arn: `arn:${partition}:iam::${nobody}:user/example`, account: nobody };
    case 'account':
    default: {
      const role = /:assumed-role\/([^/]+)\//.exec(name)?.[1];
      if (role !== undefined) return { type: 'role', arn: `arn:${partition}:iam::${account}:role/${role}`, account, sessionArn: name };
      if (name.includes(':role/')) return { type: 'role', arn: name, account };
      return { type: 'user', arn: name.includes(':user/') ? name : `arn:${partition}:iam::${account}:user/example`, account };
    }
  }
}
