import { autoMLJobShape, autoMLJobSummaryShape } from '../inventory/sections/auto-ml-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
  section: 'autoMLJobs',
  list: 'sagemaker:ListAutoMLJobs',
  describe: 'sagemaker:DescribeAutoMLJobV2',
  pages: (sdk, paging, abort) => sdk.paginateListAutoMLJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ AutoMLJobSummaries }) => AutoMLJobSummaries,
  explain: ({ AutoMLJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeAutoMLJobV2Command({ AutoMLJobName }), abort),
  arn: 'AutoMLJobArn',
  summaryShape: autoMLJobSummaryShape,
  shape: autoMLJobShape,
  history: { kind: 'AutoML jobs', status: ({ AutoMLJobStatus }) => AutoMLJobStatus, newestFirst: true },
}) satisfies Collector<'autoMLJobs'>;
