import type { FirewallConfig } from '@aws-sdk/client-route53resolver';
import { shapeOf, type Selected } from '../stored.ts';

/** Does a VPC let queries pass when DNS Firewall does not answer? https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallConfig.html */
export const dnsFirewallConfigShape = shapeOf<FirewallConfig>()({ ResourceId: true, OwnerId: true, FirewallFailOpen: true });

export type DnsFirewallConfig = Selected<FirewallConfig, typeof dnsFirewallConfigShape>;
