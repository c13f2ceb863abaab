import { transformJobShape, transformJobSummaryShape } from '../inventory/sections/transform-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'transformJobs',
  list: 'sagemaker:ListTransformJobs',
  describe: 'sagemaker:DescribeTransformJob',
  pages: (sdk, paging, abort) => sdk.paginateListTransformJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ TransformJobSummaries }) => TransformJobSummaries,
  explain: ({ TransformJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeTransformJobCommand({ TransformJobName }), abort),
  arn: 'TransformJobArn',
  summaryShape: transformJobSummaryShape,
  shape: transformJobShape,
  keep: ({ TransformJobStatus, CreationTime }, { since }) => keepJob(TransformJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('transformJobs', 'transform jobs', session, count, since),
}) satisfies Collector<'transformJobs'>;
