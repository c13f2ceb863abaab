import { optimizationJobShape, optimizationJobSummaryShape } from '../inventory/sections/optimization-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
  section: 'optimizationJobs',
  list: 'sagemaker:ListOptimizationJobs',
  describe: 'sagemaker:DescribeOptimizationJob',
  pages: (sdk, paging, abort) => sdk.paginateListOptimizationJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ OptimizationJobSummaries }) => OptimizationJobSummaries,
  explain: ({ OptimizationJobName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeOptimizationJobCommand({ OptimizationJobName }), abort),
  arn: 'OptimizationJobArn',
  summaryShape: optimizationJobSummaryShape,
  shape: optimizationJobShape,
  history: { kind: 'optimization jobs', status: ({ OptimizationJobStatus }) => OptimizationJobStatus, newestFirst: true },
}) satisfies Collector<'optimizationJobs'>;
