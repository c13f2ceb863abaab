import {
  inferenceRecommendationsJobShape,
  inferenceRecommendationsJobSummaryShape,
} from '../inventory/sections/inference-recommendations-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
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
  keep: ({ Status, CreationTime }, { since }) => keepJob(Status, CreationTime, since),
  leftOut: (count, session, { since }) =>
    leftOutNote('inferenceRecommendationsJobs', 'inference recommendations jobs', session, count, since),
}) satisfies Collector<'inferenceRecommendationsJobs'>;
