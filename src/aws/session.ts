import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { EFSClient } from '@aws-sdk/client-efs';
import type { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { NetworkFirewallClient } from '@aws-sdk/client-network-firewall';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { Route53ResolverClient } from '@aws-sdk/client-route53resolver';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { SharedReads } from './shared-reads.ts';

/** One account and Region, ready to be read. Clients are made when first asked for. */
export interface Session {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  /** The caller, as sts:GetCallerIdentity named it. */
  readonly callerArn: string;
  readonly signal: AbortSignal;
  /** What other sessions of the run ask, too. */
  readonly shared: SharedReads;
  readonly sagemaker: () => Promise<SageMakerClient>;
  readonly ec2: () => Promise<EC2Client>;
  readonly iam: () => Promise<IAMClient>;
  readonly networkFirewall: () => Promise<NetworkFirewallClient>;
  readonly resolver: () => Promise<Route53ResolverClient>;
  /** Asks in the partition's own Region, wherever the session is: Route 53 is one service for all of them. */
  readonly route53: () => Promise<Route53Client>;
  /** Asks in the partition's own Region, as Route 53 does. */
  readonly organizations: () => Promise<OrganizationsClient>;
  /** Asks in the session's Region, or in that of a bucket. */
  readonly s3: (region?: string) => Promise<S3Client>;
  readonly efs: () => Promise<EFSClient>;
  readonly lambda: () => Promise<LambdaClient>;
  /** The first of API Gateway's two APIs. */
  readonly restApis: () => Promise<APIGatewayClient>;
  /** The second, for HTTP and WebSocket APIs. */
  readonly httpApis: () => Promise<ApiGatewayV2Client>;
  /** Application, network and gateway load balancers. */
  readonly loadBalancing: () => Promise<ElasticLoadBalancingV2Client>;
  readonly classicLoadBalancing: () => Promise<ElasticLoadBalancingClient>;
}
