import { dhcpOptionsShape } from '../inventory/sections/dhcp-options.ts';
import type { Collector } from './collector.ts';
import { ec2List } from './ec2-list.ts';
import { mayHold } from './may-hold.ts';

/** Only where a VPC has some; `default` stands for a VPC without any. */
export default ec2List({
  section: 'dhcpOptions',
  after: ['vpcs'],
  when: {
    may: (earlier) => mayHold(earlier('vpcs'), ({ DhcpOptionsId }) => DhcpOptionsId !== undefined && DhcpOptionsId !== 'default'),
    otherwise: 'no VPC has DHCP options',
  },
  action: 'ec2:DescribeDhcpOptions',
  pageSize: 1000,
  pages: (sdk, paging, abort) => sdk.paginateDescribeDhcpOptions(paging, {}, abort),
  rows: ({ DhcpOptions }) => DhcpOptions,
  shape: dhcpOptionsShape,
}) satisfies Collector<'dhcpOptions'>;
