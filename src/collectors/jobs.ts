import type { ListJobsCommandOutput, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { jobNetwork } from '../inventory/job-network.ts';
import { jobShape, jobSummaryShape } from '../inventory/sections/jobs.ts';
import type { Collector } from './collector.ts';
import { pagesOf } from './pages.ts';
import { sagemakerJobs } from './sagemaker-resources.ts';

/** Listed by category, each in a list of its own. Of the configuration document only the network settings stay. */
export default sagemakerJobs({
  section: 'jobs',
  list: 'sagemaker:ListJobs',
  describe: 'sagemaker:DescribeJob',
  pages: (sdk, paging, abort) => everyCategory(sdk, paging, abort),
  rows: ({ JobSummaries }) => JobSummaries,
  explain: async ({ JobName, JobCategory }, { sdk, client, abort }) => {
    const { JobConfigDocument, ...answer } = await client.send(new sdk.DescribeJobCommand({ JobName, JobCategory }), abort);
    return { ...answer, Network: jobNetwork(JobConfigDocument) };
  },
  // To be raised when jobNetwork finds more or other settings.
  reading: 1,
  arn: 'JobArn',
  summaryShape: jobSummaryShape,
  shape: jobShape,
  history: { kind: 'jobs', status: ({ JobStatus }) => JobStatus, newestFirst: false },
}) satisfies Collector<'jobs'>;

type Sdk = typeof import('@aws-sdk/client-sagemaker');

/** The pages of all categories, one list after the other. Two lists may give the same token, which is none for whoever reads on. */
async function* everyCategory(
  sdk: Sdk,
  paging: { readonly client: SageMakerClient; readonly pageSize: number },
  abort: { readonly abortSignal: AbortSignal },
): AsyncGenerator<ListJobsCommandOutput, void> {
  for (const JobCategory of Object.values(sdk.JobCategory)) {
    const pages = sdk.paginateListJobs(paging, { JobCategory, SortBy: 'CreationTime', SortOrder: 'Descending' }, abort);
    for await (const page of pagesOf(pages)) yield { ...page, NextToken: undefined };
  }
}
