import { labelingJobShape, labelingJobSummaryShape } from '../inventory/sections/labeling-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'labelingJobs',
  list: 'sagemaker:ListLabelingJobs',
  describe: 'sagemaker:DescribeLabelingJob',
  pages: (sdk, paging, abort) => sdk.paginateListLabelingJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ LabelingJobSummaryList }) => LabelingJobSummaryList,
  explain: ({ LabelingJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeLabelingJobCommand({ LabelingJobName }), abort),
  arn: 'LabelingJobArn',
  summaryShape: labelingJobSummaryShape,
  shape: labelingJobShape,
  keep: ({ LabelingJobStatus, CreationTime }, { since }) => keepJob(LabelingJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('labelingJobs', 'labeling jobs', session, count, since),
}) satisfies Collector<'labelingJobs'>;
