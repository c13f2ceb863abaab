import { compilationJobShape, compilationJobSummaryShape } from '../inventory/sections/compilation-jobs.ts';
import type { Collector } from './collector.ts';
import { keepJob, leftOutNote } from './job-history.ts';
import { sagemakerResources } from './sagemaker-resources.ts';

export default sagemakerResources({
  section: 'compilationJobs',
  list: 'sagemaker:ListCompilationJobs',
  describe: 'sagemaker:DescribeCompilationJob',
  pages: (sdk, paging, abort) => sdk.paginateListCompilationJobs(paging, { SortBy: 'CreationTime', SortOrder: 'Descending' }, abort),
  rows: ({ CompilationJobSummaries }) => CompilationJobSummaries,
  explain: ({ CompilationJobName }, { sdk, client, abort }) =>
    client.send(new sdk.DescribeCompilationJobCommand({ CompilationJobName }), abort),
  arn: 'CompilationJobArn',
  summaryShape: compilationJobSummaryShape,
  shape: compilationJobShape,
  keep: ({ CompilationJobStatus, CreationTime }, { since }) => keepJob(CompilationJobStatus, CreationTime, since),
  leftOut: (count, session, { since }) => leftOutNote('compilationJobs', 'compilation jobs', session, count, since),
}) satisfies Collector<'compilationJobs'>;
