import type { Gap } from '../../core/gap.ts';
import { MissingFact, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { MlflowApp } from '../../inventory/sections/mlflow-apps.ts';
import { networkSections } from '../../network/network-sections.ts';
import type { Workload } from '../../workloads/workload.ts';
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
    'instances without direct internet access, in every subnet from which nothing leads to the internet. A domain of which an MLflow app is the ' +
    'default needs the endpoint for experiments beside. What else is used is not seen here and needs endpoints as well: that for experiments where an MLflow ' +
    'tracking server is used, that for partner apps where one of these is, ECR for images of your own, KMS, CloudWatch, Service Catalog for projects, CodeCommit, CodeArtifact.',
  remediation:
    'Create what is missing; nothing has to be made anew: `aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --service-name ' +
    'com.amazonaws.REGION.sts --private-dns-enabled --subnet-ids … --security-group-ids …`, the same for `logs`, `aws.sagemaker.REGION.experiments` for MLflow, and a gateway endpoint ' +
    'for `s3`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeMlflowApp.html',
  ],
  needs: ['notebookInstances', 'domains', 'userProfiles'],
  consults: ['notebookInstances', 'domains', 'userProfiles', 'mlflowApps'],
  across: networkSections,
  *resources({ notebookInstances, domains, userProfiles, scope }) {
    for (const workload of workloadsOf({ notebookInstances, domains, userProfiles }, scope)) yield workloadSubject(workload);
  },
  evaluate(workload, facts) {
    const mlflow = usesMlflow(workload, facts.mlflowApps);
    const verdict = neededServicesVerdict(workload, mlflow.value ? [...supporting, 'experiments'] : supporting, facts);
    // An app that could not be read may be the default of this domain, too.
    if (verdict.status === 'pass' && mlflow.hidden !== undefined) throw MissingFact.of(mlflow.hidden);
    return verdict;
  },
});

/** Is an MLflow app the default of this domain, or of the one that this user profile is of? */
function usesMlflow({ kind, resource }: Workload, apps: Fact<readonly MlflowApp[]>): { readonly value: boolean; readonly hidden?: Gap } {
  if (kind !== 'domain' && kind !== 'user-profile') return { value: false };
  const domain = resource.name.split('/')[0] ?? '';
  let hidden = apps.known ? undefined : apps.gap;
  for (const { detail } of rowsToName(apps)) {
    if (!detail.known) hidden ??= detail.gap;
    else if (detail.value.DefaultDomainIdList?.includes(domain) === true) return { value: true };
  }
  return hidden === undefined ? { value: false } : { value: false, hidden };
}
