import { spaceShape } from '../inventory/sections/spaces.ts';
import { select } from '../inventory/stored.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { sagemakerPageSize } from './sagemaker-resources.ts';
import { always } from './unreadable-answer.ts';

/** Of all domains with one list, which tells all that is asked about a space. */
export default {
  section: 'spaces',
  after: [],
  actions: ['sagemaker:ListSpaces'],
  async collect(session, options) {
    const [client, sdk] = [await session.sagemaker(), await import('@aws-sdk/client-sagemaker')];
    const paging = { client, pageSize: sagemakerPageSize };
    const read = await readList(session, options, {
      operation: 'sagemaker:ListSpaces',
      pages: async () => sdk.paginateListSpaces(paging, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.Spaces, 'Spaces').map((space) => select(space, spaceShape)),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'spaces'>;
