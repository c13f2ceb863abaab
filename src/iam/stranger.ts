import type { KeyDomain } from './question.ts';
import type { Statement } from './policy-document.ts';
import { absent, many, one, type ContextValue, type Principal } from './request.ts';

/** An account whose owner no policy trusts by name, in an organization that none trusts, or in none. */
export interface Stranger {
  readonly account: string;
  readonly organization: string | null;
}

/** Numbers and ids for examples; one of them is in no policy. */
const accounts = ['999999999999', '888888888888', '777777777777', '555555555555', '222222222222', '999988887777', '777788889999'];
const organizations = ['o-stranger0', 'o-stranger00', 'o-0stranger0', 'o-00stranger'];

/**
 * Strangers to some statements: one in an organization of its own, and one in none. Whom a policy names exactly, it trusts; so a stranger is
 * somebody else.
 *
 * @param known accounts and organizations that are no strangers even so
 */
export function strangersTo(statements: readonly Statement[], known: readonly string[]): readonly [Stranger, Stranger] {
  const told = [JSON.stringify(statements), ...known].join('\n');
  const pick = (list: readonly string[]): string => list.find((name) => !told.includes(name)) ?? list[0] ?? '';
  const account = pick(accounts);
  return [
    { account, organization: pick(organizations) },
    { account, organization: null },
  ];
}

const settled = (value: ContextValue): KeyDomain => ({ kind: 'listed', candidates: [{ value }] });
const free = (type: 'text' | 'boolean' | 'number' | 'date'): KeyDomain => ({ kind: 'free', type, optional: true });

/** A role of the stranger's: what it is called, and how it is tagged, is up to the stranger. */
export function strangerPrincipal({ account }: Stranger, partition: string): Extract<Principal, { readonly type: 'role' }> {
  return { type: 'role', arn: `arn:${partition}:iam::${account}:role/any`, account };
}

/**
 * What a stranger's request says of the stranger: of whatever it can choose for itself, anything.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
 *
 * @returns undefined for a key that is not about who asks
 */
export function strangerKey(key: string, { account, organization }: Stranger, partition: string): KeyDomain | undefined {
  if (key.startsWith('aws:principaltag/')) return free('text');
  switch (key) {
    case 'aws:principalaccount':
      return settled(one(account));
    case 'aws:principalarn':
      return { kind: 'free', type: 'text', optional: false, base: `arn:${partition}:iam::${account}:role/*` };
    case 'aws:principalorgid':
      return settled(organization === null ? absent : one(organization));
    case 'aws:principalorgpaths':
      return settled(pathsIn(organization));
    case 'aws:principaltype':
      return { kind: 'listed', candidates: [{ value: one('AssumedRole') }, { value: one('User') }] };
    case 'aws:principalisawsservice':
      return settled(one('false'));
    case 'aws:username':
    case 'aws:userid':
    case 'aws:sourceidentity':
      return free('text');
    default:
      return undefined;
  }
}

/**
 * The same of a request without credentials.
 *
 * @returns undefined for a key that is not about who asks
 */
export function anonymousKey(key: string): KeyDomain | undefined {
  if (key === 'aws:principalaccount' || key === 'aws:userid') return settled(one('anonymous'));
  if (key === 'aws:principaltype') return settled(one('Anonymous'));
  return /^aws:(principal|username$|multifactorauth|tokenissuetime$|sourceidentity$|federatedprovider$)/.test(key)
    ? settled(absent)
    : undefined;
}

/**
 * What a request says of a resource that belongs to a stranger, who tags it as it likes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties
 *
 * @returns undefined for a key that is not about the resource
 */
export function strangersResourceKey(key: string, { account, organization }: Stranger): KeyDomain | undefined {
  if (/^aws:resourcetag\/|^[a-z0-9-]+:resourcetag\//.test(key)) return free('text');
  switch (key) {
    case 'aws:resourceaccount':
    case 's3:resourceaccount':
      return settled(one(account));
    case 'aws:resourceorgid':
      return settled(organization === null ? absent : one(organization));
    case 'aws:resourceorgpaths':
      return settled(pathsIn(organization));
    default:
      return undefined;
  }
}

function pathsIn(organization: string | null): ContextValue {
  return organization === null ? absent : many(`${organization}/r-strg/`);
}
