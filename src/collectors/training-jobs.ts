import { isFinishedJob } from '../inventory/finished-job.ts';
import { trainingJobShape, trainingJobSummaryShape } from '../inventory/sections/training-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';
import { noOlder, sameSecond } from './search-source.ts';

/**
 * Finished jobs stay listed until somebody deletes them. All are listed, newest first, because filters save no call and the report counts
 * those left out; only recent and running ones are described.
 */
export default sagemakerJobs({
  section: 'trainingJobs',
  list: 'sagemaker:ListTrainingJobs',
  describe: 'sagemaker:DescribeTrainingJob',
  pages: (sdk, paging, abort) => sdk.paginateListTrainingJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ TrainingJobSummaries }) => TrainingJobSummaries,
  explain: ({ TrainingJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeTrainingJobCommand({ TrainingJobName }), abort),
  arn: 'TrainingJobArn',
  summaryShape: trainingJobSummaryShape,
  shape: trainingJobShape,
  // Search does not carry RemoteDebugConfig, and a job can be entered only while it runs.
  search: {
    resource: 'TrainingJob',
    record: ({ TrainingJob }) => TrainingJob,
    serves: ({ TrainingJobStatus }) => isFinishedJob(TrainingJobStatus),
    isCurrent: (found, listed) =>
      sameSecond(found.CreationTime, listed.CreationTime) &&
      noOlder(found.LastModifiedTime, listed.LastModifiedTime) &&
      found.TrainingJobStatus === listed.TrainingJobStatus,
  },
  history: { kind: 'training jobs', status: ({ TrainingJobStatus }) => TrainingJobStatus, newestFirst: true },
}) satisfies Collector<'trainingJobs'>;
