import { inferenceComponentShape, inferenceComponentSummaryShape } from '../inventory/sections/inference-components.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

/**
 * Only where there is an endpoint: a component is made on one, and an endpoint that still has some is not deleted.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints-delete-resources.html
 */
export default sagemakerResources({
  section: 'inferenceComponents',
  onlyWith: { section: 'endpoints', otherwise: 'there is no endpoint' },
  list: 'sagemaker:ListInferenceComponents',
  describe: 'sagemaker:DescribeInferenceComponent',
  pages: (sdk, paging, abort) => sdk.paginateListInferenceComponents(paging, {}, abort),
  rows: ({ InferenceComponents }) => InferenceComponents,
  explain: ({ InferenceComponentName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeInferenceComponentCommand({ InferenceComponentName }), abort),
  arn: 'InferenceComponentArn',
  summaryShape: inferenceComponentSummaryShape,
  shape: inferenceComponentShape,
}) satisfies Collector<'inferenceComponents'>;
