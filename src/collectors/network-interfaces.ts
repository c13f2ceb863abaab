import { networkInterfaceShape } from '../inventory/sections/network-interfaces.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { whereVpc } from './where-vpc.ts';

/** With those that services keep hidden from the owner of the account. */
export default ec2List({
  section: 'networkInterfaces',
  after: ['vpcs', 'subnets'],
  when: whereVpc,
  action: 'ec2:DescribeNetworkInterfaces',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeNetworkInterfaces(paging, { IncludeManagedResources: true }, abort),
  rows: ({ NetworkInterfaces }) => NetworkInterfaces,
  shape: networkInterfaceShape,
}) satisfies Collector<'networkInterfaces'>;
