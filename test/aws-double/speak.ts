import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EFSClient } from '@aws-sdk/client-efs';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { NetworkFirewallClient } from '@aws-sdk/client-network-firewall';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { Route53Client } from '@aws-sdk/client-route-53';
import { Route53ResolverClient } from '@aws-sdk/client-route53resolver';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { STSClient } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { credentialsOf } from '../support/aws/credentials.ts';
import type { Loopback } from '../support/aws/loopback.ts';
import { services, type ServiceName } from '../support/aws/services.ts';

type Output = Record<string, unknown>;

/** Sends one request with the real SDK client and gives back what the client returns, without the metadata. */
export type Speak = (operation: string, input?: object) => Promise<Output>;

export interface Speaker {
  readonly account?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
}

const clients = {
  sagemaker: SageMakerClient,
  ec2: EC2Client,
  elasticfilesystem: EFSClient,
  lambda: LambdaClient,
  apigateway: APIGatewayClient,
  apigatewayv2: ApiGatewayV2Client,
  iam: IAMClient,
  sts: STSClient,
  'network-firewall': NetworkFirewallClient,
  organizations: OrganizationsClient,
  route53: Route53Client,
  s3: S3Client,
  route53resolver: Route53ResolverClient,
  elasticloadbalancing: ElasticLoadBalancingV2Client,
  'elasticloadbalancing-classic': ElasticLoadBalancingClient,
};

/** Real clients, one attempt each, as one account in one Region. */
export function speakTo(loopback: Loopback, { account = '111122223333', region = 'eu-west-1', accessKeyId }: Speaker = {}): Speak {
  const options = {
    endpoint: loopback.url,
    region,
    credentials: { ...credentialsOf(account), ...(accessKeyId === undefined ? {} : { accessKeyId }) },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: 500, throwOnRequestTimeout: true }),
  };
  const made = new Map<ServiceName, { send: (command: object) => Promise<Output> }>();
  return async (operation, input = {}) => {
    const [service, name] = operation.split(':') as [ServiceName, string];
    let client = made.get(service);
    if (client === undefined) {
      client = new clients[service](options) as unknown as { send: (command: object) => Promise<Output> };
      made.set(service, client);
    }
    const Command = services[service].exports[`${name}Command`] as new (input: object) => object;
    const { $metadata: _, ...output } = await client.send(new Command(input));
    return output;
  };
}

/** Every page of a list, by hand: what each request answered. */
export async function pagesOf(speak: Speak, operation: string, input: object = {}): Promise<readonly Output[]> {
  const pages: Output[] = [];
  let token: unknown;
  do {
    const page = await speak(operation, token === undefined ? input : { ...input, NextToken: token });
    pages.push(page);
    token = page['NextToken'];
  } while (token !== undefined && pages.length < 200);
  return pages;
}

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    return error as Failure;
  }
  throw new Error('expected a failure');
}

export interface Failure extends Error {
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}
