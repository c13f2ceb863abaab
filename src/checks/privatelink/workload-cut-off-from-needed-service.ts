import type { AwsService } from '../../network/endpoints/aws-service.ts';
import { networkSections } from '../../network/network-sections.ts';
import type { WorkloadKind } from '../../workloads/workload.ts';
import { workloadFacts, workloadSections, everyWorkloadOf } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { neededServicesVerdict } from '../subjects/needed-services-verdict.ts';
import { workloadSubject } from '../subjects/workload-subject.ts';

/**
 * Without which a kind of workload does not work at all.
 *
 * - Studio: https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html
 * - notebooks, to train or host: https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
 * - jobs and models, for data and artifacts: https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 */
const data: readonly AwsService[] = ['s3'];
const neededBy: { readonly [K in WorkloadKind]: readonly AwsService[] } = {
  domain: ['sagemaker.api', 'sagemaker.runtime', 's3'],
  'user-profile': ['sagemaker.api', 'sagemaker.runtime', 's3'],
  'studio-app': ['sagemaker.api', 'sagemaker.runtime', 's3'],
  notebook: ['sagemaker.api', 'sagemaker.runtime'],
  'training-job': data,
  'processing-job': data,
  'transform-job': data,
  'tuning-job': data,
  'auto-ml-job': data,
  'compilation-job': data,
  'optimization-job': data,
  'inference-recommendations-job': data,
  'ai-benchmark-job': data,
  job: data,
  'labeling-job': data,
  'monitoring-definition': data,
  'monitoring-schedule': data,
  model: data,
  'endpoint-config': data,
  endpoint: data,
  'inference-component': data,
  cluster: data,
};

export default defineCheck({
  id: 'workload-cut-off-from-needed-service',
  title: 'Workload without internet cannot reach a service that it needs',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['PL-12'],
  controls: [],
  description:
    'A VPC that is closed to the internet works only with endpoints: Studio needs the SageMaker API, the runtime and S3, a notebook instance the API and ' +
    'the runtime to train or host anything, a job or model S3 for its data and artifacts, isolated or not. Where one is missing, or cannot be reached, ' +
    'the workload fails, and the usual answer is a NAT gateway that opens everything. Judged for each subnet that the workload may run in, where ' +
    'nothing leads to the internet: name, routes, groups and ACLs are followed to the endpoint. A gateway endpoint counts for S3 in its own Region.',
  remediation:
    'Create what is missing; nothing has to be made anew: `aws ec2 create-vpc-endpoint --vpc-endpoint-type Gateway --service-name com.amazonaws.REGION.s3 ' +
    '--route-table-ids rtb-…`, and `--vpc-endpoint-type Interface --service-name com.amazonaws.REGION.sagemaker.api --private-dns-enabled` with a subnet ' +
    'in each zone in use and a group that admits TCP 443 from the workloads. Where the endpoint exists, the verdict names what stops the way to it.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
  ],
  needs: workloadSections,
  consults: workloadFacts,
  across: networkSections,
  *resources(facts) {
    for (const workload of everyWorkloadOf(facts, facts.scope)) yield workloadSubject(workload);
  },
  evaluate: (workload, facts) => neededServicesVerdict(workload, neededBy[workload.kind], facts),
});
