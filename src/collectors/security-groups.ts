import { select } from '../inventory/stored.ts';
import { securityGroupShape } from '../inventory/sections/security-groups.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'securityGroups',
  after: [],
  actions: ['ec2:DescribeSecurityGroups'],
  async collect(session) {
    const client = await session.ec2();
    const { paginateDescribeSecurityGroups } = await import('@aws-sdk/client-ec2');
    const read = await readList(session, {
      operation: 'ec2:DescribeSecurityGroups',
      pages: async () => paginateDescribeSecurityGroups({ client, pageSize: 1000 }, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.SecurityGroups, 'SecurityGroups').map((row) => select(row, securityGroupShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'securityGroups'>;
