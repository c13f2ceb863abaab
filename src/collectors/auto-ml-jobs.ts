import { autoMLJobShape, autoMLJobSummaryShape } from '../inventory/sections/auto-ml-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'autoMLJobs',
  list: 'sagemaker:ListAutoMLJobs',
  describe: 'sagemaker:DescribeAutoMLJobV2',
  pages: (sdk, paging, abort) => sdk.paginateListAutoMLJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ AutoMLJobSummaries }) => AutoMLJobSummaries,
  explain: ({ AutoMLJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeAutoMLJobV2Command({ AutoMLJobName }), abort),
  arn: 'AutoMLJobArn',
  summaryShape: autoMLJobSummaryShape,
  shape: autoMLJobShape,
  keep: ({ AutoMLJobStatus, CreationTime }, { since }) => keepJob(AutoMLJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('autoMLJobs', 'AutoML jobs', session, count, since),
}) satisfies Collector<'autoMLJobs'>;
