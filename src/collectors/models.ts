import { select } from '../inventory/stored.ts';
import { modelShape, modelSummaryShape } from '../inventory/sections/models.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'models',
  after: [],
  actions: ['sagemaker:ListModels', 'sagemaker:DescribeModel'],
  async collect(session, options) {
    const client = await session.sagemaker();
    const { DescribeModelCommand, paginateListModels } = await import('@aws-sdk/client-sagemaker');
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'models',
      list: {
        operation: 'sagemaker:ListModels',
        pages: async () => paginateListModels({ client, pageSize: 100 }, {}, abort),
        rows: (page) => always(page.Models, 'Models').map((summary) => select(summary, modelSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribeModel',
        arn: ({ ModelArn }) => ModelArn ?? '',
        identity: 'ModelArn',
        call: async ({ ModelName }) => select(await client.send(new DescribeModelCommand({ ModelName }), abort), modelShape),
      },
    });
  },
} satisfies Collector<'models'>;
