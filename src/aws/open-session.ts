import type { EC2Client } from '@aws-sdk/client-ec2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { HttpHandler } from '@smithy/core/protocols';
import type { AwsCredentialIdentityProvider, MiddlewareStack } from '@smithy/types';
import type { Clock } from './clock.ts';
import type { ConnectionOptions } from './connection.ts';
import type { Identity } from './identity.ts';
import { failFast, paced, readOnly, type RefusalMemory, type WireCounts } from './middleware.ts';
import type { Pacer } from './pacer.ts';
import { partitionOf } from './regions.ts';
import { PatientRetryStrategy } from './retry-strategy.ts';
import type { Session } from './session.ts';

/** What all sessions of a run share. */
export interface SessionContext {
  readonly connection: ConnectionOptions;
  readonly handler: HttpHandler;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly pacer: Pacer;
  readonly clock: Clock;
  /** Every API action that any collector declares; nothing else is sent. */
  readonly actions: ReadonlySet<string>;
  readonly counts: WireCounts;
  readonly signal: AbortSignal;
}

/**
 * One account and Region. Clients are loaded and made at the first use, all with the same brakes.
 *
 * @param name what the session calls its Region, where that is not the one it asks in
 */
export function openSession(identity: Identity, region: string, context: SessionContext, name = region): Session {
  const { account } = identity;
  const { connection, clock, signal } = context;
  const config = {
    region,
    credentials: context.credentials,
    requestHandler: context.handler,
    retryStrategy: new PatientRetryStrategy(connection.maxAttempts, signal, clock),
    ...(connection.endpointUrl === undefined ? {} : { endpoint: connection.endpointUrl }),
  };
  const memory: RefusalMemory = {};
  const brake = <I extends object, O extends object>(stack: MiddlewareStack<I, O>, service: string): void => {
    stack.use(readOnly(service, context.actions));
    stack.use(failFast(memory));
    stack.use(paced(service, { account, region }, context));
  };
  return {
    account,
    partition: partitionOf(region),
    region: name,
    callerArn: identity.arn,
    signal,
    sagemaker: once<SageMakerClient>(async () => {
      const sdk = await import('@aws-sdk/client-sagemaker');
      const client = new sdk.SageMakerClient(config);
      brake(client.middlewareStack, 'sagemaker');
      return client;
    }),
    ec2: once<EC2Client>(async () => {
      const sdk = await import('@aws-sdk/client-ec2');
      const client = new sdk.EC2Client(config);
      brake(client.middlewareStack, 'ec2');
      return client;
    }),
    iam: once<IAMClient>(async () => {
      const sdk = await import('@aws-sdk/client-iam');
      const client = new sdk.IAMClient(config);
      brake(client.middlewareStack, 'iam');
      return client;
    }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
