import {
  inferenceRecommendationsJobShape,
  inferenceRecommendationsJobSummaryShape,
} from '../inventory/sections/inference-recommendations-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
  section: 'inferenceRecommendationsJobs',
  list: 'sagemaker:ListInferenceRecommendationsJobs',
  describe: 'sagemaker:DescribeInferenceRecommendationsJob',
  pages: (sdk, paging, abort) =>
    sdk.paginateListInferenceRecommendationsJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ InferenceRecommendationsJobs }) => InferenceRecommendationsJobs,
  explain: ({ JobName }, { sdk, client, abort }) => client.send(new sdk.DescribeInferenceRecommendationsJobCommand({ JobName }), abort),
  arn: 'JobArn',
  summaryShape: inferenceRecommendationsJobSummaryShape,
  shape: inferenceRecommendationsJobShape,
  history: { kind: 'inference recommendations jobs', status: ({ Status }) => Status, newestFirst: true },
}) satisfies Collector<'inferenceRecommendationsJobs'>;
