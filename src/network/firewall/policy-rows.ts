import type { NetworkFirewallPolicy } from '../../inventory/sections/network-firewall-policies.ts';
import type { NetworkFirewallRuleGroup } from '../../inventory/sections/network-firewall-rule-groups.ts';
import { unread, type Doubt } from '../doubt.ts';
import { find, type Found } from '../found.ts';
import { listed, type Network, type Place } from '../network.ts';

type Known<T> = T extends { readonly known: true; readonly value: infer V } ? V : never;

/** What DescribeFirewallPolicy says of a policy. */
export type FirewallPolicy = NonNullable<Known<NetworkFirewallPolicy['detail']>['FirewallPolicy']>;

/** What DescribeRuleGroup says of a rule group. */
export type RuleGroup = NonNullable<Known<NetworkFirewallRuleGroup['detail']>['RuleGroup']>;

export type StatefulReference = NonNullable<FirewallPolicy['StatefulRuleGroupReferences']>[number];

/** The policy with this ARN, or why it is not known. */
export function policyOf(network: Network, from: Place, arn: string): Found<FirewallPolicy> {
  const found = find({ network, from }, 'networkFirewallPolicies', policyArn, arn);
  if (found.value === undefined) return found;
  const { detail } = found.value;
  if (!detail.known) return { doubt: unread(arn, detail.gap) };
  const value = detail.value.FirewallPolicy;
  return value === undefined ? { doubt: unreadable(arn) } : { value, place: found.place };
}

/** The rule group with this ARN, or why it is not known. AWS does not show the rules of all groups that it manages. */
export function ruleGroupOf(network: Network, from: Place, arn: string): Found<RuleGroup> {
  const found = find({ network, from }, 'networkFirewallRuleGroups', groupArn, arn);
  if (found.value === undefined) return found;
  const { detail } = found.value;
  if (!detail.known) return { doubt: unread(arn, detail.gap) };
  const value = detail.value.RuleGroup;
  return value === undefined ? { doubt: unreadable(arn) } : { value, place: found.place };
}

/** The VPC of a firewall; undefined for one that is attached to a transit gateway, or that is not known. */
export function vpcOfFirewall(network: Network, arn: string): { readonly vpcId: string; readonly place: Place } | undefined {
  for (const place of network.places) {
    for (const { summary, detail } of listed(place, 'networkFirewalls')) {
      if (summary.FirewallArn !== arn || !detail.known) continue;
      const vpcId = detail.value.Firewall?.VpcId;
      if (vpcId !== undefined) return { vpcId, place };
    }
  }
  return undefined;
}

/** A doubt about rules that lie open, and that this version cannot tell the effect of. */
export function rulesDoubt(object: string, settledBy: string): Doubt {
  return { code: 'FIREWALL_RULES', object, settledBy, gap: undefined };
}

function unreadable(arn: string): Doubt {
  return rulesDoubt(arn, `the rules of ${arn}, which AWS does not show`);
}

const policyArn = (row: NetworkFirewallPolicy): string | undefined => row.summary.Arn;
const groupArn = (row: NetworkFirewallRuleGroup): string | undefined => row.summary.Arn;
