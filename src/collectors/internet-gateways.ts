import { internetGatewayShape } from '../inventory/sections/internet-gateways.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'internetGateways',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeInternetGateways',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeInternetGateways(paging, {}, abort),
  rows: ({ InternetGateways }) => InternetGateways,
  shape: internetGatewayShape,
}) satisfies Collector<'internetGateways'>;
