import { hyperParameterTuningJobShape, hyperParameterTuningJobSummaryShape } from '../inventory/sections/hyper-parameter-tuning-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';
import { noOlder, sameSecond } from './search-source.ts';

export default sagemakerJobs({
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
  search: {
    resource: 'HyperParameterTuningJob',
    record: ({ HyperParameterTuningJob }) => HyperParameterTuningJob,
    isCurrent: (found, listed) =>
      sameSecond(found.CreationTime, listed.CreationTime) &&
      noOlder(found.LastModifiedTime, listed.LastModifiedTime) &&
      found.HyperParameterTuningJobStatus === listed.HyperParameterTuningJobStatus,
  },
  history: { kind: 'tuning jobs', status: ({ HyperParameterTuningJobStatus }) => HyperParameterTuningJobStatus, newestFirst: true },
}) satisfies Collector<'hyperParameterTuningJobs'>;
