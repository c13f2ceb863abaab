import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { listenerShape } from '../inventory/sections/load-balancer-listeners.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { describeNamed } from './describe-named.ts';
import { internetFacing } from './internet-facing.ts';
import { loadBalancerPageSize } from './load-balancer-page-size.ts';
import { asRows } from './named-in.ts';
import { pagesOf, withNextToken } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** Only those of load balancers that the internet reaches. */
export default {
  section: 'loadBalancerListeners',
  after: ['loadBalancers'],
  actions: ['elasticloadbalancing:DescribeListeners'],
  async collect(session, options, earlier) {
    return describeNamed(session, options, {
      section: 'loadBalancerListeners',
      named: asRows(internetFacing(earlier('loadBalancers')), 'LoadBalancerArn'),
      describe: {
        operation: 'elasticloadbalancing:DescribeListeners',
        arn: ({ LoadBalancerArn }) => LoadBalancerArn,
        call: async ({ LoadBalancerArn }) => ({
          Listeners: await listenersOf(await session.loadBalancing(), LoadBalancerArn, { abortSignal: session.signal }),
        }),
      },
    });
  },
} satisfies Collector<'loadBalancerListeners'>;

async function listenersOf(client: ElasticLoadBalancingV2Client, LoadBalancerArn: string, abort: { readonly abortSignal: AbortSignal }) {
  const { paginateDescribeListeners } = await import('@aws-sdk/client-elastic-load-balancing-v2');
  const pages = paginateDescribeListeners({ client }, { LoadBalancerArn, PageSize: loadBalancerPageSize }, abort);
  const listeners = [];
  for await (const page of pagesOf(withNextToken(pages, ({ NextMarker }) => NextMarker))) {
    listeners.push(...always(page.Listeners, 'Listeners').map((listener) => select(listener, listenerShape)));
  }
  return listeners;
}
