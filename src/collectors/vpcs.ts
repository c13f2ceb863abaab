import { select } from '../inventory/stored.ts';
import { vpcShape } from '../inventory/sections/vpcs.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'vpcs',
  after: [],
  actions: ['ec2:DescribeVpcs'],
  async collect(session) {
    const client = await session.ec2();
    const { paginateDescribeVpcs } = await import('@aws-sdk/client-ec2');
    const read = await readList(session, {
      operation: 'ec2:DescribeVpcs',
      pages: async () => paginateDescribeVpcs({ client, pageSize: 1000 }, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.Vpcs, 'Vpcs').map((row) => select(row, vpcShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'vpcs'>;
