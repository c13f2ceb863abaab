import { experimentArn } from '../inventory/experiment-arn.ts';
import { inferenceExperimentShape, inferenceExperimentSummaryShape } from '../inventory/sections/inference-experiments.ts';
import type { Collector } from './collector.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'inferenceExperiments',
  list: 'sagemaker:ListInferenceExperiments',
  describe: 'sagemaker:DescribeInferenceExperiment',
  pages: (sdk, paging, abort) => sdk.paginateListInferenceExperiments(paging, {}, abort),
  rows: ({ InferenceExperiments }) => InferenceExperiments,
  explain: ({ Name }, { sdk, client, abort }) => client.send(new sdk.DescribeInferenceExperimentCommand({ Name }), abort),
  arn: 'Arn',
  arnOf: ({ Name }, session) => experimentArn(Name, session),
  key: ({ Name }) => Name ?? '',
  summaryShape: inferenceExperimentSummaryShape,
  shape: inferenceExperimentShape,
}) satisfies Collector<'inferenceExperiments'>;
