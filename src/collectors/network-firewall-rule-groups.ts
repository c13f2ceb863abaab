import type { NetworkFirewallPolicy } from '../inventory/sections/network-firewall-policies.ts';
import { networkFirewallRuleGroupShape } from '../inventory/sections/network-firewall-rule-groups.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInDetails } from './named-in.ts';
import { always } from './unreadable-answer.ts';

/** Only those that a policy of a firewall names. */
export default {
  section: 'networkFirewallRuleGroups',
  after: ['networkFirewallPolicies'],
  actions: ['network-firewall:DescribeRuleGroup'],
  async collect(session, options, earlier) {
    return describeNamed(session, options, {
      section: 'networkFirewallRuleGroups',
      named: asRows(namedInDetails(earlier('networkFirewallPolicies'), groupsOf), 'Arn'),
      describe: {
        operation: 'network-firewall:DescribeRuleGroup',
        arn: ({ Arn }) => Arn,
        call: async ({ Arn }) => {
          const [client, sdk] = [await session.networkFirewall(), await import('@aws-sdk/client-network-firewall')];
          const answer = await client.send(new sdk.DescribeRuleGroupCommand({ RuleGroupArn: Arn }), { abortSignal: session.signal });
          always(answer.RuleGroupResponse?.RuleGroupArn, 'RuleGroupArn');
          return select(answer, networkFirewallRuleGroupShape);
        },
      },
    });
  },
} satisfies Collector<'networkFirewallRuleGroups'>;

type PolicyDetail = Extract<NetworkFirewallPolicy['detail'], { readonly known: true }>['value'];

function groupsOf({ FirewallPolicy }: PolicyDetail): readonly (string | undefined)[] {
  const { StatelessRuleGroupReferences = [], StatefulRuleGroupReferences = [] } = FirewallPolicy ?? {};
  return [...StatelessRuleGroupReferences, ...StatefulRuleGroupReferences].map(({ ResourceArn }) => ResourceArn);
}
