import { aiBenchmarkJobShape, aiBenchmarkJobSummaryShape } from '../inventory/sections/ai-benchmark-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'aiBenchmarkJobs',
  list: 'sagemaker:ListAIBenchmarkJobs',
  describe: 'sagemaker:DescribeAIBenchmarkJob',
  pages: (sdk, paging, abort) => sdk.paginateListAIBenchmarkJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ AIBenchmarkJobs }) => AIBenchmarkJobs,
  explain: ({ AIBenchmarkJobName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeAIBenchmarkJobCommand({ AIBenchmarkJobName }), abort),
  arn: 'AIBenchmarkJobArn',
  summaryShape: aiBenchmarkJobSummaryShape,
  shape: aiBenchmarkJobShape,
  keep: ({ AIBenchmarkJobStatus, CreationTime }, { since }) => keepJob(AIBenchmarkJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('aiBenchmarkJobs', 'AI benchmark jobs', session, count, since),
}) satisfies Collector<'aiBenchmarkJobs'>;
