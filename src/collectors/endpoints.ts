import { select } from '../inventory/stored.ts';
import { endpointShape, endpointSummaryShape } from '../inventory/sections/endpoints.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'endpoints',
  after: [],
  actions: ['sagemaker:ListEndpoints', 'sagemaker:DescribeEndpoint'],
  async collect(session, options) {
    const client = await session.sagemaker();
    const { DescribeEndpointCommand, paginateListEndpoints } = await import('@aws-sdk/client-sagemaker');
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'endpoints',
      list: {
        operation: 'sagemaker:ListEndpoints',
        pages: async () => paginateListEndpoints({ client, pageSize: 100 }, {}, abort),
        rows: (page) => always(page.Endpoints, 'Endpoints').map((summary) => select(summary, endpointSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribeEndpoint',
        arn: ({ EndpointArn }) => EndpointArn ?? '',
        identity: 'EndpointArn',
        call: async ({ EndpointName }) => select(await client.send(new DescribeEndpointCommand({ EndpointName }), abort), endpointShape),
      },
    });
  },
} satisfies Collector<'endpoints'>;
