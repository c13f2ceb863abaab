import type { DescribeFirewallPolicyResponse } from '@aws-sdk/client-network-firewall';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html */
export const networkFirewallPolicyShape = shapeOf<DescribeFirewallPolicyResponse>()({
  FirewallPolicy: {
    StatelessRuleGroupReferences: true,
    StatelessDefaultActions: true,
    StatelessFragmentDefaultActions: true,
    StatefulRuleGroupReferences: true,
    StatefulDefaultActions: true,
    StatefulEngineOptions: true,
    TLSInspectionConfigurationArn: true,
    PolicyVariables: true,
  },
});

/** A policy that a firewall of the Region uses. */
export type NetworkFirewallPolicy = Described<
  { readonly Arn: string },
  Selected<DescribeFirewallPolicyResponse, typeof networkFirewallPolicyShape>
>;
