import type { DescribeFirewallResponse, FirewallMetadata } from '@aws-sdk/client-network-firewall';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallMetadata.html */
export const networkFirewallSummaryShape = shapeOf<FirewallMetadata>()({ FirewallName: true, FirewallArn: true });

/** SyncStates tell which endpoint in which subnet belongs to it. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewall.html */
export const networkFirewallDetailShape = shapeOf<DescribeFirewallResponse>()({
  Firewall: { FirewallName: true, FirewallArn: true, FirewallPolicyArn: true, VpcId: true, SubnetMappings: true, TransitGatewayId: true },
  FirewallStatus: { Status: true, SyncStates: true },
});

export type NetworkFirewall = Described<
  Selected<FirewallMetadata, typeof networkFirewallSummaryShape>,
  Selected<DescribeFirewallResponse, typeof networkFirewallDetailShape>
>;
