import { hyperParameterTuningJobShape, hyperParameterTuningJobSummaryShape } from '../inventory/sections/hyper-parameter-tuning-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'hyperParameterTuningJobs',
  list: 'sagemaker:ListHyperParameterTuningJobs',
  describe: 'sagemaker:DescribeHyperParameterTuningJob',
  pages: (sdk, paging, abort) =>
    sdk.paginateListHyperParameterTuningJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ HyperParameterTuningJobSummaries }) => HyperParameterTuningJobSummaries,
  explain: ({ HyperParameterTuningJobName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeHyperParameterTuningJobCommand({ HyperParameterTuningJobName }), abort),
  arn: 'HyperParameterTuningJobArn',
  summaryShape: hyperParameterTuningJobSummaryShape,
  shape: hyperParameterTuningJobShape,
  keep: ({ HyperParameterTuningJobStatus, CreationTime }, { since }) => keepJob(HyperParameterTuningJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('hyperParameterTuningJobs', 'tuning jobs', session, count, since),
}) satisfies Collector<'hyperParameterTuningJobs'>;
