import { aiBenchmarkJobShape, aiBenchmarkJobSummaryShape } from '../inventory/sections/ai-benchmark-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
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
  history: { kind: 'AI benchmark jobs', status: ({ AIBenchmarkJobStatus }) => AIBenchmarkJobStatus, newestFirst: true },
}) satisfies Collector<'aiBenchmarkJobs'>;
