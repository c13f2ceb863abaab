import { vpcShape } from '../inventory/sections/vpcs.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';

export default ec2List({
  section: 'vpcs',
  action: 'ec2:DescribeVpcs',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeVpcs(paging, {}, abort),
  rows: ({ Vpcs }) => Vpcs,
  shape: vpcShape,
}) satisfies Collector<'vpcs'>;
