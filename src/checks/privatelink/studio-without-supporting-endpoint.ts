import { networkSections } from '../../network/network-sections.ts';
import { workloadsOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { neededServicesVerdict } from '../subjects/needed-services-verdict.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';

/** What the SageMaker SDK calls to run jobs: data, the account's identity, the logs of jobs. */
const supporting = ['s3', 'sts', 'logs'] as const;

export default defineCheck({
  id: 'studio-without-supporting-endpoint',
  title: 'Studio or notebook without internet lacks S3, STS or CloudWatch Logs',
  severity: 'low',
  family: 'privatelink',
  requirements: ['PL-5'],
  controls: [],
  description:
    'The SageMaker SDK calls STS to learn whose account it is in, S3 for data, and CloudWatch Logs to show what a job prints. In a VPC without internet ' +
    'each needs an endpoint, or the code of data scientists hangs and NAT gateways get built. Judged for Studio in VpcOnly mode and for notebook ' +
    'instances without direct internet access, in every subnet from which nothing leads to the internet. What else is used is not seen here and needs ' +
    'endpoints as well: ECR for images of your own, KMS, CloudWatch, Service Catalog for projects, CodeCommit, CodeArtifact.',
  remediation:
    'Create what is missing; nothing has to be made anew: `aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --service-name ' +
    'com.amazonaws.REGION.sts --private-dns-enabled --subnet-ids … --security-group-ids …`, the same for `logs`, and a gateway endpoint for `s3`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
  ],
  needs: ['notebookInstances', 'domains', 'userProfiles'],
  consults: ['notebookInstances', 'domains', 'userProfiles'],
  across: networkSections,
  *resources({ notebookInstances, domains, userProfiles, scope }) {
    for (const workload of workloadsOf({ notebookInstances, domains, userProfiles }, scope)) yield workloadSubject(workload);
  },
  evaluate: (workload, facts) => neededServicesVerdict(workload, supporting, facts),
});
