import { processingJobShape, processingJobSummaryShape } from '../inventory/sections/processing-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
  section: 'processingJobs',
  list: 'sagemaker:ListProcessingJobs',
  describe: 'sagemaker:DescribeProcessingJob',
  pages: (sdk, paging, abort) => sdk.paginateListProcessingJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ ProcessingJobSummaries }) => ProcessingJobSummaries,
  explain: ({ ProcessingJobName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeProcessingJobCommand({ ProcessingJobName }), abort),
  arn: 'ProcessingJobArn',
  summaryShape: processingJobSummaryShape,
  shape: processingJobShape,
  history: { kind: 'processing jobs', status: ({ ProcessingJobStatus }) => ProcessingJobStatus, newestFirst: true },
}) satisfies Collector<'processingJobs'>;
