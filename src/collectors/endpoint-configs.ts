import { select } from '../inventory/stored.ts';
import { endpointConfigShape, endpointConfigSummaryShape } from '../inventory/sections/endpoint-configs.ts';
import type { Collector } from './collector.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

export default {
  section: 'endpointConfigs',
  after: [],
  actions: ['sagemaker:ListEndpointConfigs', 'sagemaker:DescribeEndpointConfig'],
  async collect(session, options) {
    const client = await session.sagemaker();
    const { DescribeEndpointConfigCommand, paginateListEndpointConfigs } = await import('@aws-sdk/client-sagemaker');
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'endpointConfigs',
      list: {
        operation: 'sagemaker:ListEndpointConfigs',
        pages: async () => paginateListEndpointConfigs({ client, pageSize: 100 }, {}, abort),
        rows: (page) => always(page.EndpointConfigs, 'EndpointConfigs').map((summary) => select(summary, endpointConfigSummaryShape)),
      },
      describe: {
        operation: 'sagemaker:DescribeEndpointConfig',
        arn: ({ EndpointConfigArn }) => EndpointConfigArn ?? '',
        identity: 'EndpointConfigArn',
        call: async ({ EndpointConfigName }) =>
          select(await client.send(new DescribeEndpointConfigCommand({ EndpointConfigName }), abort), endpointConfigShape),
      },
    });
  },
} satisfies Collector<'endpointConfigs'>;
