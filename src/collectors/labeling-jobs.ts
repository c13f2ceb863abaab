import { labelingJobShape, labelingJobSummaryShape } from '../inventory/sections/labeling-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
  section: 'labelingJobs',
  list: 'sagemaker:ListLabelingJobs',
  describe: 'sagemaker:DescribeLabelingJob',
  pages: (sdk, paging, abort) => sdk.paginateListLabelingJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ LabelingJobSummaryList }) => LabelingJobSummaryList,
  explain: ({ LabelingJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeLabelingJobCommand({ LabelingJobName }), abort),
  arn: 'LabelingJobArn',
  summaryShape: labelingJobSummaryShape,
  shape: labelingJobShape,
  history: { kind: 'labeling jobs', status: ({ LabelingJobStatus }) => LabelingJobStatus, newestFirst: true },
}) satisfies Collector<'labelingJobs'>;
