import { subnetShape } from '../inventory/sections/subnets.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';

export default ec2List({
  section: 'subnets',
  action: 'ec2:DescribeSubnets',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeSubnets(paging, {}, abort),
  rows: ({ Subnets }) => Subnets,
  shape: subnetShape,
}) satisfies Collector<'subnets'>;
