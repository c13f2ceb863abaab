import { networkFirewallPolicyShape } from '../inventory/sections/network-firewall-policies.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { asRows, namedInDetails } from './named-in.ts';
import { always } from './unreadable-answer.ts';

/** Only those that a firewall of the Region uses. */
export default {
  section: 'networkFirewallPolicies',
  after: ['networkFirewalls'],
  actions: ['network-firewall:DescribeFirewallPolicy'],
  async collect(session, options, earlier) {
    const named = namedInDetails(earlier('networkFirewalls'), ({ Firewall }) => [Firewall?.FirewallPolicyArn]);
    return describeNamed(session, options, {
      section: 'networkFirewallPolicies',
      named: asRows(named, 'Arn'),
      describe: {
        operation: 'network-firewall:DescribeFirewallPolicy',
        arn: ({ Arn }) => Arn,
        call: async ({ Arn }) => {
          const [client, sdk] = [await session.networkFirewall(), await import('@aws-sdk/client-network-firewall')];
          const command = new sdk.DescribeFirewallPolicyCommand({ FirewallPolicyArn: Arn });
          const answer = await client.send(command, { abortSignal: session.signal });
          always(answer.FirewallPolicy, 'FirewallPolicy');
          return select(answer, networkFirewallPolicyShape);
        },
      },
    });
  },
} satisfies Collector<'networkFirewallPolicies'>;
