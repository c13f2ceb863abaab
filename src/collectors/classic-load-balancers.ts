import { classicLoadBalancerShape } from '../inventory/sections/classic-load-balancers.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { loadBalancerPageSize } from './load-balancer-page-size.ts';
import { loadBalancerApiOf } from './shown-load-balancers.ts';
import { mayHold } from './may-hold.ts';
import { notAsked } from './not-asked.ts';
import { withNextToken } from './pages.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

/** Only where a network interface shows one. The action is that of the newer load balancers, but not the API. */
export default {
  section: 'classicLoadBalancers',
  after: ['networkInterfaces'],
  actions: ['elasticloadbalancing:DescribeLoadBalancers'],
  async collect(session, options, earlier) {
    const shown = (each: Parameters<typeof loadBalancerApiOf>[0]) => ['classic', 'unsure'].includes(loadBalancerApiOf(each) ?? '');
    if (!mayHold(earlier('networkInterfaces'), shown)) {
      return notAsked('elasticloadbalancing:DescribeLoadBalancers', 'no network interface is that of a classic load balancer');
    }
    const [client, sdk] = [await session.classicLoadBalancing(), await import('@aws-sdk/client-elastic-load-balancing')];
    const input = { PageSize: loadBalancerPageSize };
    const read = await readList(session, options, {
      operation: 'elasticloadbalancing:DescribeLoadBalancers',
      pages: async () =>
        withNextToken(
          sdk.paginateDescribeLoadBalancers({ client }, input, { abortSignal: session.signal }),
          ({ NextMarker }) => NextMarker,
        ),
      rows: (page) =>
        always(page.LoadBalancerDescriptions, 'LoadBalancerDescriptions').map((balancer) => select(balancer, classicLoadBalancerShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'classicLoadBalancers'>;
