import { carrierGatewayShape } from '../inventory/sections/carrier-gateways.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { mayHold } from './may-hold.ts';

/** Only where a route leads to one. */
export default ec2List({
  section: 'carrierGateways',
  after: ['routeTables'],
  when: {
    may: (earlier) =>
      mayHold(earlier('routeTables'), ({ Routes = [] }) => Routes.some(({ CarrierGatewayId }) => CarrierGatewayId !== undefined)),
    otherwise: 'no route leads to a carrier gateway',
  },
  action: 'ec2:DescribeCarrierGateways',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeCarrierGateways(paging, {}, abort),
  rows: ({ CarrierGateways }) => CarrierGateways,
  shape: carrierGatewayShape,
}) satisfies Collector<'carrierGateways'>;
