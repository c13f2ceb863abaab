import { transitGatewayShape } from '../inventory/sections/transit-gateways.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereTransitGateway } from './where-transit-gateway.ts';

/** Also those that other accounts share. */
export default ec2List({
  section: 'transitGateways',
  after: ['routeTables'],
  when: whereTransitGateway,
  action: 'ec2:DescribeTransitGateways',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeTransitGateways(paging, {}, abort),
  rows: ({ TransitGateways }) => TransitGateways,
  shape: transitGatewayShape,
}) satisfies Collector<'transitGateways'>;
