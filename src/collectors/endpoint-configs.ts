import { endpointConfigShape, endpointConfigSummaryShape } from '../inventory/sections/endpoint-configs.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'endpointConfigs',
  list: 'sagemaker:ListEndpointConfigs',
  describe: 'sagemaker:DescribeEndpointConfig',
  pages: (sdk, paging, abort) => sdk.paginateListEndpointConfigs(paging, {}, abort),
  rows: ({ EndpointConfigs }) => EndpointConfigs,
  explain: ({ EndpointConfigName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeEndpointConfigCommand({ EndpointConfigName }), abort),
  arn: 'EndpointConfigArn',
  summaryShape: endpointConfigSummaryShape,
  shape: endpointConfigShape,
  immutable: true,
}) satisfies Collector<'endpointConfigs'>;
