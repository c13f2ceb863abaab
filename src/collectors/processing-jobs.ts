import { processingJobShape, processingJobSummaryShape } from '../inventory/sections/processing-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
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
  keep: ({ ProcessingJobStatus, CreationTime }, { since }) => keepJob(ProcessingJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('processingJobs', 'processing jobs', session, count, since),
}) satisfies Collector<'processingJobs'>;
