import { natGatewayShape } from '../inventory/sections/nat-gateways.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'natGateways',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeNatGateways',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeNatGateways(paging, {}, abort),
  rows: ({ NatGateways }) => NatGateways,
  shape: natGatewayShape,
}) satisfies Collector<'natGateways'>;
