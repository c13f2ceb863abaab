import { routeTableShape } from '../inventory/sections/route-tables.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'routeTables',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeRouteTables',
  pageSize: 100,
  pages: (sdk, paging, abort) => sdk.paginateDescribeRouteTables(paging, {}, abort),
  rows: ({ RouteTables }) => RouteTables,
  shape: routeTableShape,
}) satisfies Collector<'routeTables'>;
