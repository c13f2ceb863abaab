import { storedCodeRepository } from '../inventory/sections/code-repositories.ts';
import type { Collector } from './collector.ts';
import { readList } from './read-list.ts';
import { sagemakerPageSize } from './sagemaker-page-size.ts';
import { always } from './unreadable-answer.ts';

/** The list tells all of it; of each URL what may be secret is taken off before anything is stored. */
export default {
  section: 'codeRepositories',
  after: [],
  actions: ['sagemaker:ListCodeRepositories'],
  async collect(session, options) {
    const [client, sdk] = [await session.sagemaker(), await import('@aws-sdk/client-sagemaker')];
    const read = await readList(session, options, {
      operation: 'sagemaker:ListCodeRepositories',
      pages: async () => sdk.paginateListCodeRepositories({ client, pageSize: sagemakerPageSize }, {}, { abortSignal: session.signal }),
      rows: (page) => always(page.CodeRepositorySummaryList, 'list').map(storedCodeRepository),
    });
    return { ...read, notes: [] };
  },
} satisfies Collector<'codeRepositories'>;
