import type { DescribeRuleGroupResponse } from '@aws-sdk/client-network-firewall';
import type { Described } from '../described.ts';
import { shapeOf, type Selected } from '../stored.ts';

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RuleGroup.html */
export const networkFirewallRuleGroupShape = shapeOf<DescribeRuleGroupResponse>()({
  RuleGroup: { RuleVariables: true, ReferenceSets: true, RulesSource: true, StatefulRuleOptions: true },
  RuleGroupResponse: { RuleGroupArn: true, RuleGroupName: true, Type: true },
});

/** A rule group that a firewall policy of the Region names. */
export type NetworkFirewallRuleGroup = Described<
  { readonly Arn: string },
  Selected<DescribeRuleGroupResponse, typeof networkFirewallRuleGroupShape>
>;
