import { select } from '../inventory/stored.ts';
import { vpcEndpointShape } from '../inventory/sections/vpc-endpoints.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'vpcEndpoints',
  after: [],
  actions: ['ec2:DescribeVpcEndpoints'],
  async collect(session) {
    const client = await session.ec2();
    const { paginateDescribeVpcEndpoints } = await import('@aws-sdk/client-ec2');
    const read = await readList(session, {
      operation: 'ec2:DescribeVpcEndpoints',
      pages: async () => paginateDescribeVpcEndpoints({ client, pageSize: 1000 }, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.VpcEndpoints, 'VpcEndpoints').map((row) => select(row, vpcEndpointShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'vpcEndpoints'>;
