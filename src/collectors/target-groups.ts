import { missing } from '../inventory/fact.ts';
import { targetGroupShape, targetShape } from '../inventory/sections/target-groups.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { internetFacing } from './internet-facing.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { loadBalancerPageSize } from './load-balancer-page-size.ts';
import { notAsked } from './not-asked.ts';
import { withNextToken } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** Only those that a load balancer forwards to which the internet reaches: all groups with one list, and the targets of these. */
export default {
  section: 'targetGroups',
  after: ['loadBalancers'],
  actions: ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
  async collect(session, options, earlier) {
    const balancers = internetFacing(earlier('loadBalancers'));
    // Without the load balancers nobody knows whose targets to ask for.
    if (!balancers.known) return { fact: missing<never[]>(balancers.gap), ledger: [], notes: [] };
    if (balancers.value.length === 0) {
      return notAsked('elasticloadbalancing:DescribeTargetGroups', 'the internet reaches no load balancer');
    }
    const wanted = new Set(balancers.value);
    const [client, sdk] = [await session.loadBalancing(), await import('@aws-sdk/client-elastic-load-balancing-v2')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'targetGroups',
      list: {
        operation: 'elasticloadbalancing:DescribeTargetGroups',
        pages: async () =>
          withNextToken(
            sdk.paginateDescribeTargetGroups({ client }, { PageSize: loadBalancerPageSize }, abort),
            ({ NextMarker }) => NextMarker,
          ),
        rows: (page) => always(page.TargetGroups, 'TargetGroups').map((group) => select(group, targetGroupShape)),
      },
      leftOut: { keep: ({ LoadBalancerArns = [] }) => LoadBalancerArns.some((arn) => wanted.has(arn)) },
      describe: {
        operation: 'elasticloadbalancing:DescribeTargetHealth',
        arn: ({ TargetGroupArn }) => TargetGroupArn ?? '',
        call: async ({ TargetGroupArn }) => {
          const answer = await client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn }), abort);
          const targets = always(answer.TargetHealthDescriptions, 'TargetHealthDescriptions');
          return { Targets: targets.map(({ Target }) => select(always(Target, 'Target'), targetShape)) };
        },
      },
    });
  },
} satisfies Collector<'targetGroups'>;
