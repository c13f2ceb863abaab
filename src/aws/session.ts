import type { EC2Client } from '@aws-sdk/client-ec2';
import type { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { NetworkFirewallClient } from '@aws-sdk/client-network-firewall';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { Route53ResolverClient } from '@aws-sdk/client-route53resolver';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Identity } from './identity.ts';

/** One account and Region, ready to be read. Clients are made when first asked for. */
export interface Session {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  /** Who reads the account, and the call that said so. */
  readonly callerArn: string;
  readonly namedBy: Identity['namedBy'];
  readonly signal: AbortSignal;
  readonly sagemaker: () => Promise<SageMakerClient>;
  readonly ec2: () => Promise<EC2Client>;
  readonly iam: () => Promise<IAMClient>;
  readonly networkFirewall: () => Promise<NetworkFirewallClient>;
  readonly resolver: () => Promise<Route53ResolverClient>;
  /** Asks in the partition's own Region, wherever the session is: Route 53 is one service for all of them. */
  readonly route53: () => Promise<Route53Client>;
  /** Asks in the partition's own Region, too. */
  readonly organizations: () => Promise<OrganizationsClient>;
  /** Application, network and gateway load balancers. */
  readonly loadBalancing: () => Promise<ElasticLoadBalancingV2Client>;
  readonly classicLoadBalancing: () => Promise<ElasticLoadBalancingClient>;
}
