import { networkFirewallDetailShape, networkFirewallSummaryShape } from '../inventory/sections/network-firewalls.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { whereNetworkFirewall } from './where-network-firewall.ts';
import { notAsked } from './not-asked.ts';
import { always } from './unreadable-answer.ts';

/** Only where a route leads to where a firewall may be. */
export default {
  section: 'networkFirewalls',
  after: ['routeTables', 'vpcEndpoints', 'transitGatewayAttachments'],
  actions: ['network-firewall:ListFirewalls', 'network-firewall:DescribeFirewall'],
  async collect(session, options, earlier) {
    if (!whereNetworkFirewall.may(earlier)) return notAsked('network-firewall:ListFirewalls', whereNetworkFirewall.otherwise);
    const [client, sdk] = [await session.networkFirewall(), await import('@aws-sdk/client-network-firewall')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'networkFirewalls',
      list: {
        operation: 'network-firewall:ListFirewalls',
        // The largest page: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListFirewalls.html
        pages: async () => sdk.paginateListFirewalls({ client, pageSize: 100 }, {}, abort),
        rows: (page) => always(page.Firewalls, 'Firewalls').map((firewall) => select(firewall, networkFirewallSummaryShape)),
      },
      describe: {
        operation: 'network-firewall:DescribeFirewall',
        arn: ({ FirewallArn }) => FirewallArn ?? '',
        call: async ({ FirewallArn }) => {
          const answer = await client.send(new sdk.DescribeFirewallCommand({ FirewallArn }), abort);
          always(answer.Firewall?.FirewallArn, 'FirewallArn');
          return select(answer, networkFirewallDetailShape);
        },
      },
    });
  },
} satisfies Collector<'networkFirewalls'>;
