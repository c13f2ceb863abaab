import type { DescribeJobResponse, JobSummary } from '@aws-sdk/client-sagemaker';
import type { Described } from '../described.ts';
import type { JobNetwork } from '../job-network.ts';
import { shapeOf, type Selected } from '../stored.ts';

export const jobSummaryShape = shapeOf<JobSummary>()({
  JobName: true,
  JobArn: true,
  JobCategory: true,
  JobStatus: true,
  CreationTime: true,
  EndTime: true,
});

/** A job as it is described, with the network settings in place of the configuration document that they were found in. */
export type NetworkedJob = Omit<DescribeJobResponse, 'JobConfigDocument'> & { readonly Network: JobNetwork };

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeJob.html */
export const jobShape = shapeOf<NetworkedJob>()({
  JobName: true,
  JobArn: true,
  JobCategory: true,
  JobStatus: true,
  RoleArn: true,
  Network: true,
  CreationTime: true,
  EndTime: true,
});

export type JobDetail = Selected<NetworkedJob, typeof jobShape>;

export type Job = Described<Selected<JobSummary, typeof jobSummaryShape>, JobDetail>;
