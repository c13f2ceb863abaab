import { select } from '../inventory/stored.ts';
import { subnetShape } from '../inventory/sections/subnets.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'subnets',
  after: [],
  actions: ['ec2:DescribeSubnets'],
  async collect(session) {
    const client = await session.ec2();
    const { paginateDescribeSubnets } = await import('@aws-sdk/client-ec2');
    const read = await readList(session, {
      operation: 'ec2:DescribeSubnets',
      pages: async () => paginateDescribeSubnets({ client, pageSize: 1000 }, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.Subnets, 'Subnets').map((row) => select(row, subnetShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'subnets'>;
