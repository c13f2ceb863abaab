import type { HttpHandler } from '@smithy/core/protocols';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Clock } from './clock.ts';
import type { ConnectionOptions } from './connection.ts';
import type { Identity } from './identity.ts';
import { failFast, paced, readOnly, type RefusalMemory, type WireCounts } from './middleware.ts';
import type { Pacer } from './pacer.ts';
import { homeRegionOf, partitionOf } from './regions.ts';
import { PatientRetryStrategy } from './retry-strategy.ts';
import type { Session } from './session.ts';
import { SharedReads } from './shared-reads.ts';

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
  /** Absent: every session reads for itself. */
  readonly shared?: SharedReads;
}

/**
 * One account and Region. Clients are loaded and made at the first use, all with the same brakes.
 *
 * @param name what the session calls its Region, where that is not the one it asks in
 */
export function openSession(identity: Identity, region: string, context: SessionContext, name = region): Session {
  const { account } = identity;
  const memory: RefusalMemory = {};
  /** A client with the brakes on, made by the first who asks for it. */
  const braked = <C extends BrakedClient>(service: string, make: (config: ClientConfig) => Promise<C>, asking = region) =>
    once(async () => {
      const client = await make(configOf(asking, context));
      const brakes = [
        readOnly(service, context.actions),
        // Another Region's refusal says nothing about this one.
        failFast(asking === region ? memory : {}),
        paced(service, { account, region: asking }, context),
      ];
      for (const brake of brakes) client.middlewareStack.use(brake as never);
      return client;
    });
  return {
    account,
    partition: partitionOf(region),
    region: name,
    callerArn: identity.arn,
    signal: context.signal,
    shared: context.shared ?? new SharedReads(),
    sagemaker: braked('sagemaker', async (config) => new (await import('@aws-sdk/client-sagemaker')).SageMakerClient(config)),
    ec2: braked('ec2', async (config) => new (await import('@aws-sdk/client-ec2')).EC2Client(config)),
    iam: braked('iam', async (config) => new (await import('@aws-sdk/client-iam')).IAMClient(config)),
    networkFirewall: braked(
      'network-firewall',
      async (config) => new (await import('@aws-sdk/client-network-firewall')).NetworkFirewallClient(config),
    ),
    resolver: braked(
      'route53resolver',
      async (config) => new (await import('@aws-sdk/client-route53resolver')).Route53ResolverClient(config),
    ),
    route53: braked(
      'route53',
      async (config) => new (await import('@aws-sdk/client-route-53')).Route53Client(config),
      homeRegionOf(region),
    ),
    organizations: braked(
      'organizations',
      async (config) => new (await import('@aws-sdk/client-organizations')).OrganizationsClient(config),
      homeRegionOf(region),
    ),
    s3: byRegion(region, (asking) =>
      braked('s3', async (config) => new (await import('@aws-sdk/client-s3')).S3Client({ ...config, ...s3Options(context) }), asking),
    ),
    efs: braked('elasticfilesystem', async (config) => new (await import('@aws-sdk/client-efs')).EFSClient(config)),
    lambda: braked('lambda', async (config) => new (await import('@aws-sdk/client-lambda')).LambdaClient(config)),
    restApis: braked('apigateway', async (config) => new (await import('@aws-sdk/client-api-gateway')).APIGatewayClient(config)),
    httpApis: braked('apigateway', async (config) => new (await import('@aws-sdk/client-apigatewayv2')).ApiGatewayV2Client(config)),
    loadBalancing: braked(
      'elasticloadbalancing',
      async (config) => new (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2Client(config),
    ),
    classicLoadBalancing: braked(
      'elasticloadbalancing',
      async (config) => new (await import('@aws-sdk/client-elastic-load-balancing')).ElasticLoadBalancingClient(config),
    ),
  };
}

type ClientConfig = ReturnType<typeof configOf>;

/** Every client's plugins have types of their own, from two generations of the SDK; ours fit all. */
interface BrakedClient {
  readonly middlewareStack: { readonly use: (plugin: never) => void };
}

function configOf(region: string, { connection, clock, credentials, handler, signal }: SessionContext) {
  return {
    region,
    credentials,
    requestHandler: handler,
    retryStrategy: new PatientRetryStrategy(connection.maxAttempts, signal, clock),
    ...(connection.endpointUrl === undefined ? {} : { endpoint: connection.endpointUrl }),
  };
}

/**
 * A bucket may be in another Region than whoever names it. At other endpoints than AWS's own a bucket has no host of its own.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
function s3Options({ connection }: SessionContext) {
  return { followRegionRedirects: true, forcePathStyle: connection.endpointUrl !== undefined };
}

/** One client for each Region that is asked in. */
function byRegion<T>(usual: string, make: (region: string) => () => Promise<T>): (region?: string) => Promise<T> {
  const made = new Map<string, () => Promise<T>>();
  return (region = usual) => {
    let client = made.get(region);
    if (client === undefined) made.set(region, (client = make(region)));
    return client();
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
