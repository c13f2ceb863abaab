import { endpointShape, endpointSummaryShape } from '../inventory/sections/endpoints.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'endpoints',
  list: 'sagemaker:ListEndpoints',
  describe: 'sagemaker:DescribeEndpoint',
  pages: (sdk, paging, abort) => sdk.paginateListEndpoints(paging, {}, abort),
  rows: ({ Endpoints }) => Endpoints,
  explain: ({ EndpointName }, { sdk, client, abort }) => client.send(new sdk.DescribeEndpointCommand({ EndpointName }), abort),
  arn: 'EndpointArn',
  summaryShape: endpointSummaryShape,
  shape: endpointShape,
}) satisfies Collector<'endpoints'>;
