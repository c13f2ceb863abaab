import { select } from '../inventory/stored.ts';
import { routeTableShape } from '../inventory/sections/route-tables.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'routeTables',
  after: [],
  actions: ['ec2:DescribeRouteTables'],
  async collect(session) {
    const client = await session.ec2();
    const { paginateDescribeRouteTables } = await import('@aws-sdk/client-ec2');
    const read = await readList(session, {
      operation: 'ec2:DescribeRouteTables',
      pages: async () => paginateDescribeRouteTables({ client, pageSize: 100 }, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.RouteTables, 'RouteTables').map((row) => select(row, routeTableShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'routeTables'>;
