import { securityGroupShape } from '../inventory/sections/security-groups.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'securityGroups',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeSecurityGroups',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeSecurityGroups(paging, {}, abort),
  rows: ({ SecurityGroups }) => SecurityGroups,
  shape: securityGroupShape,
}) satisfies Collector<'securityGroups'>;
