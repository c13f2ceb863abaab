import { trainingJobShape, trainingJobSummaryShape } from '../inventory/sections/training-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

/**
 * Finished jobs stay listed until somebody deletes them. All are listed, newest first, because filters save no call and the report counts
 * those left out; only recent and running ones are described.
 */
export default sagemakerResources({
  section: 'trainingJobs',
  list: 'sagemaker:ListTrainingJobs',
  describe: 'sagemaker:DescribeTrainingJob',
  pages: (sdk, paging, abort) => sdk.paginateListTrainingJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ TrainingJobSummaries }) => TrainingJobSummaries,
  explain: ({ TrainingJobName }, { sdk, client, abort }) => client.send(new sdk.DescribeTrainingJobCommand({ TrainingJobName }), abort),
  arn: 'TrainingJobArn',
  summaryShape: trainingJobSummaryShape,
  shape: trainingJobShape,
  keep: ({ TrainingJobStatus, CreationTime }, { since }) => keepJob(TrainingJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('trainingJobs', 'training jobs', session, count, since),
}) satisfies Collector<'trainingJobs'>;
