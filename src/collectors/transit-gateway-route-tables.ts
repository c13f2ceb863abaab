import type { EC2Client } from '@aws-sdk/client-ec2';
import { transitGatewayRoutesShape, transitGatewayRouteTableShape } from '../inventory/sections/transit-gateway-route-tables.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { whereTransitGateway } from './where-transit-gateway.ts';
import { notAsked } from './not-asked.ts';
import { pagesOf } from './pages.ts';
import { always } from './unreadable-answer.ts';

/** The largest page of both operations. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html */
const pageSize = 1000;

/** Route tables of transit gateways, with their routes: static and propagated, active and blackholes. */
export default {
  section: 'transitGatewayRouteTables',
  after: ['routeTables'],
  actions: ['ec2:DescribeTransitGatewayRouteTables', 'ec2:SearchTransitGatewayRoutes'],
  async collect(session, options, earlier) {
    if (!whereTransitGateway.may(earlier)) return notAsked('ec2:DescribeTransitGatewayRouteTables', whereTransitGateway.otherwise);
    const [client, sdk] = [await session.ec2(), await import('@aws-sdk/client-ec2')];
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'transitGatewayRouteTables',
      list: {
        operation: 'ec2:DescribeTransitGatewayRouteTables',
        pages: async () => sdk.paginateDescribeTransitGatewayRouteTables({ client, pageSize }, {}, abort),
        rows: (page) =>
          always(page.TransitGatewayRouteTables, 'TransitGatewayRouteTables').map((table) => select(table, transitGatewayRouteTableShape)),
      },
      describe: {
        operation: 'ec2:SearchTransitGatewayRoutes',
        arn: ({ TransitGatewayRouteTableId = '' }) =>
          `arn:${session.partition}:ec2:${session.region}:${session.account}:transit-gateway-route-table/${TransitGatewayRouteTableId}`,
        call: ({ TransitGatewayRouteTableId = '' }) => routesOf(client, TransitGatewayRouteTableId, abort),
      },
    });
  },
} satisfies Collector<'transitGatewayRouteTables'>;

/** AWS says that a table has more routes than it gave, and gives no token to ask for them with. */
class MoreRoutesThanGiven extends Error {
  constructor(id: string) {
    super(`${id} has more routes than AWS gave, and no page token came with them`);
    this.name = 'MoreRoutesThanGiven';
  }
}

/** @throws MoreRoutesThanGiven, since a table of which a part is known proves nothing */
async function routesOf(client: EC2Client, TransitGatewayRouteTableId: string, abort: { readonly abortSignal: AbortSignal }) {
  const { paginateSearchTransitGatewayRoutes } = await import('@aws-sdk/client-ec2');
  const input = { TransitGatewayRouteTableId, Filters: [{ Name: 'state', Values: ['active', 'blackhole'] }] };
  const routes = [];
  let more = false;
  for await (const page of pagesOf(paginateSearchTransitGatewayRoutes({ client, pageSize }, input, abort))) {
    routes.push(...always(page.Routes, 'Routes'));
    more = page.AdditionalRoutesAvailable === true && (page.NextToken ?? '') === '';
  }
  if (more) throw new MoreRoutesThanGiven(TransitGatewayRouteTableId);
  return select({ Routes: routes, AdditionalRoutesAvailable: false }, transitGatewayRoutesShape);
}
