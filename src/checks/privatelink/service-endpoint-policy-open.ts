import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { carriersOf } from '../../iam/carriers.ts';
import { serviceOfEndpoint, type AwsService } from '../../network/endpoints/aws-service.ts';
import { isSageMakerService } from '../../network/interface-endpoint.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { endpointPolicyVerdict } from '../subjects/endpoint-policy-verdict.ts';
import { endpointSubjects } from '../subjects/endpoint-subjects.ts';
import { executionFacts } from '../subjects/execution-callers.ts';

export default defineCheck({
  id: 'service-endpoint-policy-open',
  title: 'Private endpoint for a service of AWS serves resources of strangers',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['EGR-7'],
  controls: [],
  description:
    'Logs, metrics, images, keys, secrets, tables, functions: each endpoint in the VPC of a workload, beside those for SageMaker and S3, is a way by ' +
    'which code can hand data to somebody else, by a log group, a repository or a secret of another account. Asked is whether the policy, as a ' +
    'whole, lets any request through that carries data to a resource of a stranger: with credentials of that stranger, or with those of the roles ' +
    'that SageMaker runs as. Reading is not asked about: images of SageMaker come from repositories of AWS. Accounts that the policy names are ' +
    'taken for trusted.',
  remediation:
    'Can be changed in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id … --policy-document file://…` with conditions on ' +
    '`aws:PrincipalOrgID` and `aws:ResourceOrgID`. For ECR keep pulls from the accounts of AWS whose images are used.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints', ...executionFacts],
  across: ['vpcEndpoints'],
  resources: (facts) => endpointSubjects(facts, otherServiceOf),
  evaluate: ({ endpoint, service }, facts) => endpointPolicyVerdict(endpoint, service, facts),
});

/** S3 and SageMaker are asked about on their own. */
function otherServiceOf(endpoint: VpcEndpoint, region: string): AwsService | undefined {
  const service = serviceOfEndpoint(endpoint, region);
  return service === undefined || service === 's3' || isSageMakerService(service) || carriersOf(service).length === 0 ? undefined : service;
}
