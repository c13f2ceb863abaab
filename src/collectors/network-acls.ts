import { networkAclShape } from '../inventory/sections/network-acls.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'networkAcls',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeNetworkAcls',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeNetworkAcls(paging, {}, abort),
  rows: ({ NetworkAcls }) => NetworkAcls,
  shape: networkAclShape,
}) satisfies Collector<'networkAcls'>;
