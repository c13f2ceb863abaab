import { optimizationJobShape, optimizationJobSummaryShape } from '../inventory/sections/optimization-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
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
  keep: ({ OptimizationJobStatus, CreationTime }, { since }) => keepJob(OptimizationJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('optimizationJobs', 'optimization jobs', session, count, since),
}) satisfies Collector<'optimizationJobs'>;
