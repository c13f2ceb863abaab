import { compilationJobShape, compilationJobSummaryShape } from '../inventory/sections/compilation-jobs.ts';
import type { Collector } from './collector.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

export default sagemakerJobs({
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
  history: { kind: 'compilation jobs', status: ({ CompilationJobStatus }) => CompilationJobStatus, newestFirst: true },
}) satisfies Collector<'compilationJobs'>;
