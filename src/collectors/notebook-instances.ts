import { select } from '../inventory/stored.ts';
import { notebookInstanceShape, notebookInstanceSummaryShape } from '../inventory/sections/notebook-instances.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'notebookInstances',
  after: [],
  actions: ['sagemaker:ListNotebookInstances', 'sagemaker:DescribeNotebookInstance'],
  async collect(session, options) {
    const client = await session.sagemaker();
    const { DescribeNotebookInstanceCommand, paginateListNotebookInstances } = await import('@aws-sdk/client-sagemaker');
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'notebookInstances',
      list: {
        operation: 'sagemaker:ListNotebookInstances',
        pages: async () => paginateListNotebookInstances({ client, pageSize: 100 }, {}, abort),
        rows: (page) => always(page.NotebookInstances, 'NotebookInstances').map((summary) => select(summary, notebookInstanceSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribeNotebookInstance',
        arn: ({ NotebookInstanceArn }) => NotebookInstanceArn ?? '',
        identity: 'NotebookInstanceArn',
        call: async ({ NotebookInstanceName }) =>
          select(await client.send(new DescribeNotebookInstanceCommand({ NotebookInstanceName }), abort), notebookInstanceShape),
      },
    });
  },
} satisfies Collector<'notebookInstances'>;
