import { layerOf } from './clause.ts';
import { keyDomain, type Caller } from './key-domain.ts';
import type { NamedPolicy } from './policy-set.ts';
import type { KeyDomain } from './question.ts';
import { one, type Principal } from './request.ts';
import { solveLayers, type Answer } from './solve.ts';
import { strangerAddresses } from './stranger-addresses.ts';
import { anonymousKey } from './stranger.ts';

/** What somebody without credentials would do. */
export interface AnonymousAsk {
  readonly action: string;
  /** ARN, as a glob. */
  readonly resource: string;
  readonly region: string;
  /** What every such request says of itself, by key in lower case. */
  readonly says?: { readonly [key: string]: string };
  /** From within some VPC, by whatever address it has there; from the internet unless said so. */
  readonly fromVpc?: true;
}

const nobody: Principal = { type: 'anonymous' };
const stranger: Caller = {
  principal: { type: 'role', arn: 'arn:aws:iam::999999999999:role/any', account: '999999999999' },
  tags: undefined,
  sessionTags: true,
  organization: null,
};

const ofPlace = /^aws:(sourceip|vpcsourceip|sourcevpc(arn|e)?|vpce(account|orgid|orgpaths))$/;

/** Does the policy of a resource let anybody in, without credentials and over the internet from an address that it does not single out? */
export function reachableByAnybody(policy: NamedPolicy, { action, resource, region, says = {}, fromVpc }: AnonymousAsk): Answer {
  const addresses = strangerAddresses({ identity: [], resource: policy });
  const domainOf = (key: string): KeyDomain => {
    const said = says[key];
    if (said !== undefined) return { kind: 'listed', candidates: [{ value: one(said) }] };
    if (fromVpc === true && ofPlace.test(key)) return { kind: 'free', type: key.endsWith('ip') ? 'address' : 'text', optional: true };
    if (key === 'aws:sourceip') return { kind: 'listed', candidates: addresses.map((address) => ({ value: one(address) })) };
    return anonymousKey(key) ?? keyDomain(key, { caller: stranger, action, region, origin: 'internet' });
  };
  return solveLayers([layerOf('its policy', [policy], action, nobody)], {
    principal: nobody,
    action,
    resource,
    naturalResources: [],
    domainOf,
  });
}
