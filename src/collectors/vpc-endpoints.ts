import { vpcEndpointShape } from '../inventory/sections/vpc-endpoints.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'vpcEndpoints',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeVpcEndpoints',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeVpcEndpoints(paging, {}, abort),
  rows: ({ VpcEndpoints }) => VpcEndpoints,
  shape: vpcEndpointShape,
}) satisfies Collector<'vpcEndpoints'>;
