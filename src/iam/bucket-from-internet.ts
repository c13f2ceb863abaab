import { layerOf, type Layer } from './clause.ts';
import { keyDomain, type Caller } from './key-domain.ts';
import { readPolicy } from './policy-document.ts';
import type { NamedPolicy, PolicySet } from './policy-set.ts';
import type { KeyDomain, Question } from './question.ts';
import { absent, one } from './request.ts';
import { layersOf, solveLayers, type Answer } from './solve.ts';
import { strangerAddresses } from './stranger-addresses.ts';

/** A bucket, and what its own policy says; none where it has none. */
export interface BucketPlace {
  readonly name: string;
  readonly partition: string;
  readonly region: string;
  readonly policy: NamedPolicy | undefined;
}

/** Allows whatever is not denied elsewhere. */
const anything: NamedPolicy = {
  name: 'whatever allows it',
  document: readPolicy('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'),
};

/** A caller, and its own policies; without them, one to whom something or other allows it. */
export interface BucketCaller {
  readonly caller: Caller;
  readonly policies?: PolicySet;
  /** What the organization denies in any case. */
  readonly organization: Pick<PolicySet, 'scp' | 'rcp'>;
}

/**
 * May somebody of the bucket's own account read or write its objects from the internet, from an address that no policy singles out?
 * In one account the policy of the bucket or the caller's own may allow it, and neither may deny it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
export function bucketFromInternet(bucket: BucketPlace, action: 's3:GetObject' | 's3:PutObject', asked: BucketCaller): Answer {
  const { caller, policies, organization } = asked;
  const { principal } = caller;
  const set: PolicySet = { identity: [anything], ...policies, ...organization };
  const addresses = strangerAddresses({ ...set, ...(bucket.policy === undefined ? {} : { resource: bucket.policy }) });
  const keys = keysFromInternet(addresses);
  const question: Question = {
    principal,
    action,
    resource: `arn:${bucket.partition}:s3:::${bucket.name}/*`,
    naturalResources: [`arn:${bucket.partition}:s3:::${bucket.name}/data.csv`],
    domainOf: (key) => keys[key] ?? keyDomain(key, { caller, action, region: bucket.region, origin: 'internet' }),
  };
  const [identity, ...limits] = layersOf(set, question);
  if (identity === undefined) throw new Error('a caller has policies of its own');
  const own =
    bucket.policy === undefined ? identity : either(identity, layerOf('the policy of the bucket', [bucket.policy], action, principal));
  return solveLayers([own, ...limits], question);
}

/** Two kinds of policies of which one has to allow, and none may deny. */
function either(one: Layer, other: Layer): Layer {
  return {
    name: `${one.name} or ${other.name}`,
    allows: [...one.allows, ...other.allows],
    denies: [...one.denies, ...other.denies],
    unreadable: [...one.unreadable, ...other.unreadable],
  };
}

/** What comes straight from the internet; nothing that a service of AWS makes for somebody. */
function keysFromInternet(addresses: readonly string[]): { readonly [key: string]: KeyDomain } {
  const never: KeyDomain = { kind: 'listed', candidates: [{ value: absent }] };
  return {
    'aws:sourceip': { kind: 'listed', candidates: addresses.map((address) => ({ value: one(address) })) },
    'aws:viaawsservice': { kind: 'listed', candidates: [{ value: one('false') }] },
    'aws:calledvia': never,
    'aws:calledviafirst': never,
    'aws:calledvialast': never,
    's3:accesspointnetworkorigin': { kind: 'listed', candidates: [{ value: absent }, { value: one('Internet'), doubt: accessPoints }] },
    's3:dataaccesspointaccount': perhaps,
    's3:dataaccesspointarn': perhaps,
  };
}

/**
 * One of a VPC lets nothing through that comes from the internet.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html
 */
const accessPoints = 'whether the bucket has an access point that can be used from the internet was not read';
const perhaps: KeyDomain = { kind: 'listed', candidates: [{ value: absent }, { value: { kind: 'unknown' }, doubt: accessPoints }] };

/** Is it what makes no difference to who reads it? */
export function isWhateverAllows({ policy }: { readonly policy: string }): boolean {
  return policy === anything.name;
}
