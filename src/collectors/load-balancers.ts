import { loadBalancerShape } from '../inventory/sections/load-balancers.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { loadBalancerPageSize } from './load-balancer-page-size.ts';
import { loadBalancerApiOf } from './shown-load-balancers.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { withNextToken } from './pages.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/** Application, network and gateway load balancers, only where a network interface shows one. */
export default {
  section: 'loadBalancers',
  after: ['networkInterfaces'],
  actions: ['elasticloadbalancing:DescribeLoadBalancers'],
  async collect(session, options, earlier) {
    const shown = (each: Parameters<typeof loadBalancerApiOf>[0]) => ['current', 'unsure'].includes(loadBalancerApiOf(each) ?? '');
    if (!mayHold(earlier('networkInterfaces'), shown)) {
      return notAsked('elasticloadbalancing:DescribeLoadBalancers', 'no network interface is that of a load balancer');
    }
    const [client, sdk] = [await session.loadBalancing(), await import('@aws-sdk/client-elastic-load-balancing-v2')];
    const input = { PageSize: loadBalancerPageSize };
    const read = await readList(session, options, {
      operation: 'elasticloadbalancing:DescribeLoadBalancers',
      pages: async () =>
        withNextToken(
          sdk.paginateDescribeLoadBalancers({ client }, input, { abortSignal: session.signal }),
          ({ NextMarker }) => NextMarker,
        ),
      rows: (page) => always(page.LoadBalancers, 'LoadBalancers').map((balancer) => select(balancer, loadBalancerShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'loadBalancers'>;
