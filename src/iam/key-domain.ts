import type { Candidate, KeyDomain } from './question.ts';
import { absent, one, type ContextValue, type Principal } from './request.ts';
import { sagemakerActionKeys, sagemakerKeyTypes } from './sagemaker-actions.ts';

/** Where a request comes from. */
export type Origin =
  /** From the internet: there is an address, and no VPC. */
  | 'internet'
  /** Through an interface or gateway endpoint: there are a VPC, an endpoint and a private address. */
  | 'endpoint';

/** What is known of the caller beside its ARN. */
export interface Caller {
  readonly principal: Extract<Principal, { readonly type: 'user' | 'role' }>;
  /** Such as `AROA…`, which no other user or role ever has; undefined where nobody could read it. */
  readonly id?: string | undefined;
  /** Undefined where nobody could read them. */
  readonly tags: ReadonlyMap<string, string> | undefined;
  /** May a session of the role bring tags of its own? */
  readonly sessionTags: boolean;
  /** The organization's id; null where the account is in none, undefined where it is not known. */
  readonly organization: string | null | undefined;
}

/** A kind of request, before it is said what is wrong with it. */
export interface RequestKind {
  readonly caller: Caller;
  /** `service:Action`. */
  readonly action: string;
  readonly region: string;
  readonly origin: Origin;
}

const settled = (value: ContextValue): KeyDomain => ({ kind: 'listed', candidates: [{ value }] });
const never = settled(absent);
const free = (type: Extract<KeyDomain, { kind: 'free' }>['type'], natural: readonly string[] = [], optional = true): KeyDomain => ({
  kind: 'free',
  type,
  optional,
  natural,
});
const unknown = (doubt: string): KeyDomain => ({ kind: 'unknown', doubt });

/** An address that belongs to nobody: documentation only. */
const somewhere = '198.51.100.7';

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Natural values of some keys, so that an example reads like one. */
const natural: { readonly [key: string]: readonly string[] } = {
  'sagemaker:instancetypes': ['ml.t3.medium', 'ml.m5.large'],
  'sagemaker:vpcsubnets': ['subnet-0a1b2c3d4e5f60718'],
  'sagemaker:vpcsecuritygroupids': ['sg-0a1b2c3d4e5f60718'],
  'sagemaker:targetmodel': ['model.tar.gz'],
  'sagemaker:outputkmskeyarn': [key],
  'sagemaker:volumekmskeyarn': [key],
  'aws:sourcevpc': ['vpc-0a1b2c3d4e5f60718'],
  'aws:sourcevpce': ['vpce-0a1b2c3d4e5f60718'],
  'aws:useragent': ['aws-cli'],
};

/** Values that AWS takes for a parameter; others it refuses. https://docs.aws.amazon.com/sagemaker/latest/APIReference/ */
const enumerated: { readonly [key: string]: readonly string[] } = {
  'sagemaker:directinternetaccess': ['Enabled', 'Disabled'],
  'sagemaker:rootaccess': ['Enabled', 'Disabled'],
  'sagemaker:minimuminstancemetadataserviceversion': ['1', '2'],
  'sagemaker:appnetworkaccesstype': ['PublicInternetOnly', 'VpcOnly'],
  'sagemaker:authmode': ['IAM', 'SSO'],
  'sagemaker:remoteaccess': ['ENABLED', 'DISABLED'],
  'sagemaker:spacesharingtype': ['Private', 'Shared'],
};

/**
 * What requests of a kind may carry for a condition key, where nothing more is said: what the caller chooses is free, what follows from the
 * caller and the action is settled, and what hangs on things that were not read is unknown.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function keyDomain(key: string, kind: RequestKind): KeyDomain {
  if (key.startsWith('sagemaker:')) return sagemakerKey(key, kind.action);
  if (key.startsWith('aws:')) return globalKey(key, kind);
  const service = key.split(':')[0] ?? '';
  // A service fills its own keys alone.
  return service === kind.action.split(':')[0]?.toLowerCase() ? free('text') : keyOfLogin(service, key);
}

/** Keys by which people log in from elsewhere. */
function keyOfLogin(service: string, key: string): KeyDomain {
  return /^(saml|cognito-identity.*|accounts|graph|www|.*\..*)$/.test(service) || service === 'sts'
    ? unknown(`what ${key} says hangs on how the caller logged in`)
    : never;
}

function sagemakerKey(key: string, action: string): KeyDomain {
  if (key === 'sagemaker:domainid' || key === 'sagemaker:userprofilename') {
    return unknown(`${key} is there in sessions from a Studio domain alone`);
  }
  if (key.startsWith('sagemaker:resourcetag/')) return resourceTag(key, action);
  const keys = sagemakerActionKeys[action.replace(/^sagemaker:/, '')] ?? [];
  const supported = keys.some((one) => one === key || (one.includes('/${') && key.startsWith(one.slice(0, one.indexOf('${')))));
  if (!supported) return never;
  const values = enumerated[key];
  if (values !== undefined)
    return { kind: 'listed', candidates: [...values.map((value): Candidate => ({ value: one(value) })), { value: absent }] };
  const type = sagemakerKeyTypes[key] ?? 'String';
  if (type === 'Bool') return free('boolean');
  if (type === 'Numeric') return free('number');
  return free(type.startsWith('ArrayOf') ? 'texts' : 'text', natural[key]);
}

function globalKey(key: string, { caller, action, region, origin }: RequestKind): KeyDomain {
  const { principal, organization } = caller;
  const [, partition = 'aws'] = principal.arn.split(':');
  if (key.startsWith('aws:principaltag/')) return principalTag(key.slice('aws:principaltag/'.length), caller);
  if (key.startsWith('aws:requesttag/')) return tagsOnRequest(action) ? free('text', ['example']) : never;
  if (key.startsWith('aws:resourcetag/')) return resourceTag(key, action);
  switch (key) {
    case 'aws:principalarn':
      return settled(one(principal.arn));
    case 'aws:principalaccount':
      return settled(one(principal.account));
    case 'aws:resourceaccount':
      return settled(one(principal.account));
    case 'aws:principaltype':
      return settled(one(principal.type === 'user' ? 'User' : 'AssumedRole'));
    case 'aws:username':
      return settled(principal.type === 'user' ? one(principal.arn.split('/').at(-1) ?? '') : absent);
    // A session of a role has a name that whoever begins it chooses.
    case 'aws:userid':
      if (caller.id === undefined) return unknown(`the value of ${key} is not known`);
      if (principal.type === 'user') return settled(one(caller.id));
      return { kind: 'free', type: 'text', optional: false, base: `${caller.id}:?*`, natural: [`${caller.id}:SageMaker`] };
    case 'aws:principalorgid':
    case 'aws:resourceorgid':
      if (organization === undefined) return unknown(`whether the account is in an organization, and in which, was not read`);
      return settled(organization === null ? absent : one(organization));
    // Which paths there are in an organization was not read; outside of one there are none.
    case 'aws:principalorgpaths':
    case 'aws:resourceorgpaths':
      return organization === null ? never : unknown(`the value of ${key} is not known`);
    case 'aws:principalisawsservice':
      return settled(one('false'));
    case 'aws:principalservicename':
    case 'aws:principalservicenameslist':
    case 'aws:sourcearn':
    case 'aws:sourceaccount':
    case 'aws:sourceorgid':
    case 'aws:sourceorgpaths':
      return never;
    case 'aws:viaawsservice':
      return { kind: 'listed', candidates: [{ value: one('false') }, { value: one('true'), doubt: indirect }] };
    case 'aws:calledvia':
    case 'aws:calledviafirst':
    case 'aws:calledvialast':
      return { kind: 'listed', candidates: [{ value: absent }, { value: { kind: 'unknown' }, doubt: indirect }] };
    case 'aws:securetransport':
      return settled(one('true'));
    case 'aws:requestedregion':
      return settled(one(region));
    case 'aws:partition':
      return settled(one(partition));
    case 'aws:sourceip':
      return origin === 'internet' ? free('address', [somewhere], false) : never;
    case 'aws:vpcsourceip':
      return origin === 'internet' ? never : free('address', ['10.0.0.10'], false);
    case 'aws:sourcevpc':
    case 'aws:sourcevpce':
      return origin === 'internet' ? never : free('text', natural[key], false);
    // Only what comes through an endpoint says whose the endpoint is.
    case 'aws:sourcevpcarn':
    case 'aws:vpceaccount':
    case 'aws:vpceorgid':
    case 'aws:vpceorgpaths':
      return origin === 'internet' ? never : unknown(`the value of ${key} is not known`);
    case 'aws:tagkeys':
      return tagsOnRequest(action) ? free('texts', ['example']) : never;
    case 'aws:multifactorauthpresent':
      return free('boolean');
    case 'aws:multifactorauthage':
      return free('number', ['60']);
    case 'aws:tokenissuetime':
      return free('date');
    case 'aws:currenttime':
    case 'aws:epochtime':
      return unknown('it hangs on when the request is made');
    case 'aws:useragent':
    case 'aws:referer':
      return free('text', natural[key]);
    default:
      return unknown(`the value of ${key} is not known`);
  }
}

const indirect = 'a service of AWS, such as CloudFormation, may make the request on behalf of the caller';

/** Does an action give tags, by which it carries them? */
function tagsOnRequest(action: string): boolean {
  return /:(Create|AddTags|TagResource|Tag|Start|Run|Put|Import|Register)/.test(action) || /:(DeleteTags|Untag)/.test(action);
}

/** What is made anew has no tags yet; of what is there, nobody has read them. */
function resourceTag(key: string, action: string): KeyDomain {
  return /:Create(?!Presigned|App$)/.test(action)
    ? never
    : unknown(`the tags of the resource (${key.replace('resourcetag/', 'ResourceTag/')}) were not read`);
}

function principalTag(name: string, { tags, sessionTags, principal }: Caller): KeyDomain {
  const key = `aws:PrincipalTag/${name}`;
  if (tags === undefined) return unknown(`the tags of the caller (${key}) were not read`);
  if (sessionTags && principal.type === 'role') return unknown(`a session may bring ${key} as it likes`);
  const found = [...tags].find(([tag]) => tag.toLowerCase() === name);
  return settled(found === undefined ? absent : one(found[1]));
}
