import { flowLogShape } from '../inventory/sections/flow-logs.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

export default ec2List({
  section: 'flowLogs',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeFlowLogs',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeFlowLogs(paging, {}, abort),
  rows: ({ FlowLogs }) => FlowLogs,
  shape: flowLogShape,
}) satisfies Collector<'flowLogs'>;
