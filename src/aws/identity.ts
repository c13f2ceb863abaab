import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { HttpHandler } from '@smithy/core/protocols';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { exitCode } from '../core/exit-code.ts';
import { MlsecError } from '../core/mlsec-error.ts';
import { systemClock } from './clock.ts';
import type { ConnectionOptions } from './connection.ts';
import { failureOf, isCredentialFailure, isExpired, isUnreachable, isUntrusted, type Failure } from './failure.ts';
import { homeRegionOf } from './regions.ts';
import { PatientRetryStrategy } from './retry-strategy.ts';

export interface Identity {
  readonly account: string;
  readonly arn: string;
  /** Which call told. */
  readonly namedBy: 'sts:GetCallerIdentity' | 'sts:AssumeRole';
}

/** Few, because nothing can start before the answer, and a wrong endpoint should be told at once. */
const attempts = 3;

/**
 * Who the credentials belong to. Asked in the Region to be audited, and where that refuses, in the partition's home Region:
 * a Region that is not enabled answers as if the credentials were invalid.
 *
 * @throws MlsecError noAudit, where nobody knows the credentials
 */
export async function callerIdentity(
  region: string,
  credentials: AwsCredentialIdentityProvider,
  handler: HttpHandler,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<Identity> {
  try {
    return await ask(region, credentials, handler, options, signal);
  } catch (error) {
    const failure = failureOf(error);
    const home = homeRegionOf(region);
    if (!isCredentialFailure(failure) || isExpired(failure) || home === region) throw noAudit(failure, region, error);
    try {
      return await ask(home, credentials, handler, options, signal);
    } catch {
      throw noAudit(failure, region, error);
    }
  }
}

async function ask(
  region: string,
  credentials: AwsCredentialIdentityProvider,
  handler: HttpHandler,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<Identity> {
  const client = new STSClient({
    region,
    credentials,
    requestHandler: handler,
    retryStrategy: new PatientRetryStrategy(attempts, signal, systemClock),
    ...(options.endpointUrl === undefined ? {} : { endpoint: options.endpointUrl }),
  });
  const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
  // A page of HTML parses as XML in which nothing is found.
  if (Account === undefined || Arn === undefined) throw new SyntaxError('sts:GetCallerIdentity answered without an account');
  return { account: Account, arn: Arn, namedBy: 'sts:GetCallerIdentity' };
}

function noAudit(failure: Failure, region: string, cause: unknown): MlsecError {
  const fail = (message: string, hint: string): MlsecError => new MlsecError(exitCode.noAudit, message, hint, { cause });
  if (failure.code === 'Interrupted') return fail('interrupted before AWS said who is calling', 'nothing was read');
  if (isExpired(failure) || /expired/i.test(failure.message)) {
    return fail(`the AWS credentials have expired (${failure.code})`, 'sign in again, for instance with: aws sso login');
  }
  if (/Credentials|Token(Provider)?Error|SSO/.test(failure.code)) {
    return fail(`no AWS credentials: ${failure.message}`, 'set AWS_PROFILE or pass --profile, or sign in with: aws sso login');
  }
  if (isUntrusted(failure)) {
    return fail(
      `the certificate of what answers for AWS STS in ${region} is not trusted: ${failure.message || failure.code}`,
      'where a proxy or an endpoint of your own has a certificate of your own, set AWS_CA_BUNDLE to a file with its issuer',
    );
  }
  if (isUnreachable(failure)) {
    return fail(
      `no answer from AWS STS in ${region}: ${failure.message || failure.code}`,
      'check the network, HTTPS_PROXY and NO_PROXY, --endpoint-url and AWS_ENDPOINT_URL',
    );
  }
  if (failure.code === 'UnreadableAnswer') {
    return fail(`what answered for AWS STS in ${region} does not speak its protocol`, 'check --endpoint-url, AWS_ENDPOINT_URL and proxies');
  }
  return fail(
    `AWS refused the credentials (${failure.code}: ${failure.message})`,
    'check which credentials are in use: aws sts get-caller-identity',
  );
}
