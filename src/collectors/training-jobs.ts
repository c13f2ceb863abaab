import type { Note } from '../core/note.ts';
import type { Session } from '../aws/session.ts';
import { select } from '../inventory/stored.ts';
import { trainingJobShape, trainingJobSummaryShape } from '../inventory/sections/training-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { listThenDescribe } from './list-then-describe.ts';
import { always } from './unreadable-answer.ts';

/**
 * Finished jobs stay listed until somebody deletes them. All are listed, newest first, because filters save no call and the report counts
 * those left out; only recent and running ones are described.
 */
export default {
  section: 'trainingJobs',
  after: [],
  actions: ['sagemaker:ListTrainingJobs', 'sagemaker:DescribeTrainingJob'],
  async collect(session, options) {
    const client = await session.sagemaker();
    const { DescribeTrainingJobCommand, paginateListTrainingJobs } = await import('@aws-sdk/client-sagemaker');
    const abort = { abortSignal: session.signal };
    return listThenDescribe(session, options, {
      section: 'trainingJobs',
      list: {
        operation: 'sagemaker:ListTrainingJobs',
        pages: async () => paginateListTrainingJobs({ client, pageSize: 100 }, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
        rows: (page) =>
          always(page.TrainingJobSummaries, 'TrainingJobSummaries').map((summary) => select(summary, trainingJobSummaryShape)),
      },
      keep: ({ TrainingJobStatus, CreationTime }) => keepJob(TrainingJobStatus, CreationTime, options.since),
      leftOut: (count) => note(session, count, options.since),
      describe: {
        operation: 'sagemaker:DescribeTrainingJob',
        arn: ({ TrainingJobArn }) => TrainingJobArn ?? '',
        identity: 'TrainingJobArn',
        call: async ({ TrainingJobName }) =>
          select(await client.send(new DescribeTrainingJobCommand({ TrainingJobName }), abort), trainingJobShape),
      },
    });
  },
} satisfies Collector<'trainingJobs'>;

function note(session: Session, count: number, since: Date | null): Note {
  return leftOutNote('trainingJobs', 'training jobs', session, count, since);
}
