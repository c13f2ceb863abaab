import { inferenceComponentShape, inferenceComponentSummaryShape } from '../inventory/sections/inference-components.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'inferenceComponents',
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
