import { transformJobShape, transformJobSummaryShape } from '../inventory/sections/transform-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
  section: 'transformJobs',
  list: 'sagemaker:ListTransformJobs',
  describe: 'sagemaker:DescribeTransformJob',
  pages: (sdk, paging, abort) => sdk.paginateListTransformJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ TransformJobSummaries }) => TransformJobSummaries,
  explain: ({ TransformJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeTransformJobCommand({ TransformJobName }), abort),
  arn: 'TransformJobArn',
  summaryShape: transformJobSummaryShape,
  shape: transformJobShape,
  history: { kind: 'transform jobs', status: ({ TransformJobStatus }) => TransformJobStatus, newestFirst: true },
}) satisfies Collector<'transformJobs'>;
