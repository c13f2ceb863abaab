import { AssumeRoleCommand, STSClient, type AssumeRoleResponse } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { failureOf, isCredentialFailure } from './failure.ts';
import type { Identity } from './identity.ts';
import { paced, readOnly } from './middleware.ts';
import { configOf, type SessionContext } from './open-session.ts';
import { homeRegionOf, partitionOf } from './regions.ts';

/** The role that is taken on in every account that is not the caller's own. */
export interface RoleName {
  /** With its path, if it has one: `audit/mlsec`. */
  readonly name: string;
  /** What the role's trust policy asks for, if it does. It is no secret. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
  readonly externalId?: string;
}

/** An account that was entered: who we are there, and credentials that renew themselves. */
export interface Entered {
  readonly identity: Identity;
  readonly credentials: AwsCredentialIdentityProvider;
}

/** How long before their end credentials are renewed: what the SDK's clients hold to be expired, they ask for anew. */
const renewBeforeMs = 5 * 60_000;
/** Where a renewal fails while the old credentials still hold, the next one is not tried at once. */
const waitAfterFailureMs = 30_000;

/** The ARN of the role in an account. */
export function roleArnOf(account: string, region: string, { name }: RoleName): string {
  return `arn:${partitionOf(region)}:iam::${account}:role/${name}`;
}

/**
 * Takes on a role of another account, and takes it on again before its credentials end; those last for an hour, which is also all that one role
 * may ask of another. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
 *
 * Asked in the Region given, and where that refuses, in the partition's own: a role is not known in a Region that its account has not enabled.
 *
 * @param base of the caller: its credentials, and its own account for the pace
 * @throws what AWS answered
 */
export async function enterAccount(
  account: string,
  role: RoleName,
  region: string,
  base: SessionContext & { readonly account: string },
): Promise<Entered> {
  const ask = async (at: string): Promise<AssumeRoleResponse> => {
    const client = new STSClient(configOf(at, base));
    client.middlewareStack.use(readOnly('sts', base.actions));
    client.middlewareStack.use(paced('sts', { account: base.account, region: at }, base));
    const input = {
      RoleArn: roleArnOf(account, region, role),
      RoleSessionName: 'mlsec',
      ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
    };
    return client.send(new AssumeRoleCommand(input), { abortSignal: base.signal });
  };
  const { answer, at } = await firstThatAllows(ask, [region, homeRegionOf(region)]);
  const first = credentialsIn(answer);
  return {
    identity: { account, arn: answer.AssumedRoleUser?.Arn ?? roleArnOf(account, region, role), namedBy: 'sts:AssumeRole' },
    credentials: renewed(first, async () => credentialsIn(await ask(at))),
  };
}

/** The first answer; where all refuse, the first refusal. */
async function firstThatAllows<T>(ask: (region: string) => Promise<T>, regions: readonly string[]): Promise<{ answer: T; at: string }> {
  let refusal: unknown;
  for (const at of new Set(regions)) {
    try {
      return { answer: await ask(at), at };
    } catch (error) {
      refusal ??= error;
      const failure = failureOf(error);
      if (!isCredentialFailure(failure) && !/AccessDenied|RegionDisabled/.test(failure.code)) break;
    }
  }
  throw refusal;
}

/** @throws SyntaxError for an answer that holds none: a page of HTML parses as XML in which nothing is found */
function credentialsIn({ Credentials }: AssumeRoleResponse): AwsCredentialIdentity {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined || Expiration === undefined) {
    throw new SyntaxError('sts:AssumeRole answered without credentials');
  }
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration };
}

/**
 * Credentials shared by all clients of an account: however many ask at once, they are renewed once, and a renewal that fails is no loss while the
 * old ones still hold.
 */
export function renewed(
  first: AwsCredentialIdentity,
  renew: () => Promise<AwsCredentialIdentity>,
  now: () => number = Date.now,
): AwsCredentialIdentityProvider {
  let current = first;
  let pending: Promise<AwsCredentialIdentity> | undefined;
  let notBefore = 0;
  const left = (): number => (current.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - now();
  return async () => {
    if (left() > renewBeforeMs || (left() > 0 && now() < notBefore)) return current;
    pending ??= renew().finally(() => (pending = undefined));
    try {
      current = await pending;
    } catch (error) {
      if (left() <= 0) throw error;
      notBefore = now() + waitAfterFailureMs;
    }
    return current;
  };
}
