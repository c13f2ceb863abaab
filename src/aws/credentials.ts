import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { HttpHandler } from '@smithy/core/protocols';
import type { AwsCredentialIdentityProvider } from '@smithy/types';

/**
 * The credentials of the environment, found as the AWS CLI finds them, once for all clients; and what has to be asked for them (single sign-on,
 * roles) goes the way of every other request, through the same proxy.
 */
export function credentialsThrough(handler: HttpHandler): AwsCredentialIdentityProvider {
  return defaultProvider({ clientConfig: { requestHandler: handler } });
}
