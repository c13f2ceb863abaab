import { egressOnlyInternetGatewayShape } from '../inventory/sections/egress-only-internet-gateways.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { mayHold } from './may-hold.ts';

export default ec2List({
  section: 'egressOnlyInternetGateways',
  after: ['routeTables'],
  when: {
    may: (earlier) =>
      mayHold(earlier('routeTables'), ({ Routes = [] }) =>
        Routes.some(({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId !== undefined),
      ),
    otherwise: 'no route leads to an egress-only internet gateway',
  },
  action: 'ec2:DescribeEgressOnlyInternetGateways',
  pageSize: 255,
  pages: (sdk, paging, abort) => sdk.paginateDescribeEgressOnlyInternetGateways(paging, {}, abort),
  rows: ({ EgressOnlyInternetGateways }) => EgressOnlyInternetGateways,
  shape: egressOnlyInternetGatewayShape,
}) satisfies Collector<'egressOnlyInternetGateways'>;
