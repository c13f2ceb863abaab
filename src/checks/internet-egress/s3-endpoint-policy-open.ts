import { readableAwsBuckets } from '../../iam/aws-buckets.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { serviceOfEndpoint } from '../../network/endpoints/aws-service.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { endpointPolicyVerdict } from '../subjects/endpoint-policy-verdict.ts';
import { endpointSubjects } from '../subjects/endpoint-subjects.ts';
import { executionFacts } from '../subjects/execution-callers.ts';

/** Objects of strangers, read with credentials that came along: code, and commands, find their way in. */
const readingStrangers = {
  carriers: [{ action: 's3:GetObject', resource: 'arn:PARTITION:s3:::*/*' }],
  who: ['stranger'],
  except: readableAwsBuckets,
} as const;

export default defineCheck({
  id: 's3-endpoint-policy-open',
  title: 'Endpoint for S3 lets data out to buckets of strangers',
  severity: 'medium',
  family: 'internet-egress',
  requirements: ['EGR-5'],
  controls: [],
  description:
    'In a closed VPC the endpoint for S3 is the widest way out: code in the workload needs no internet to write your data into a bucket of its ' +
    'own. Asked is whether the policy, as a whole, lets an object be written into a bucket of a stranger, with credentials of that stranger, without ' +
    'credentials, or with those of the roles that SageMaker runs as; and whether such a bucket can be read with credentials that were brought along. A finding ' +
    'names such a request. Anybody can make a bucket whose name fits a pattern: `*sagemaker*` is as open as `*`. Buckets that the policy names in ' +
    'full are taken for trusted, and buckets of AWS’s own, such as those of JumpStart, of image layers and of packages, may be read.',
  remediation:
    'Can be changed in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id … --policy-document file://…`. Allow requests with ' +
    '`aws:PrincipalOrgID` and `aws:ResourceOrgID` of your organization (or `aws:PrincipalAccount` and `aws:ResourceAccount`); and, for ' +
    '`s3:GetObject` alone, the buckets of AWS by their full names, such as `prod-REGION-starport-layer-bucket` and ' +
    '`jumpstart-cache-prod-REGION`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints', ...executionFacts],
  across: ['vpcEndpoints'],
  resources: (facts) => endpointSubjects(facts, s3Of),
  evaluate: ({ endpoint, service }, facts) => endpointPolicyVerdict(endpoint, service, facts, [readingStrangers]),
});

/** Of either kind, gateway and interface. */
function s3Of(endpoint: VpcEndpoint, region: string): 's3' | undefined {
  return serviceOfEndpoint(endpoint, region) === 's3' ? 's3' : undefined;
}
