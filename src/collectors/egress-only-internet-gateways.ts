import { egressOnlyInternetGatewayShape } from '../inventory/sections/egress-only-internet-gateways.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';

export default ec2List({
  section: 'egressOnlyInternetGateways',
  action: 'ec2:DescribeEgressOnlyInternetGateways',
  pageSize: 255,
  pages: (sdk, paging, abort) => sdk.paginateDescribeEgressOnlyInternetGateways(paging, {}, abort),
  rows: ({ EgressOnlyInternetGateways }) => EgressOnlyInternetGateways,
  shape: egressOnlyInternetGatewayShape,
}) satisfies Collector<'egressOnlyInternetGateways'>;
