import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { endpointPolicyVerdict } from '../subjects/endpoint-policy-verdict.ts';
import { executionFacts } from '../subjects/execution-callers.ts';
import { sagemakerEndpointSubjects } from '../subjects/sagemaker-endpoint-subjects.ts';
import { notApplicable } from '../verdict.ts';

const source = 'ec2:DescribeVpcEndpoints';

export default defineCheck({
  id: 'sagemaker-endpoint-policy-open',
  title: 'Private endpoint for SageMaker serves resources of strangers',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['PL-9', 'EGR-7'],
  controls: [],
  description:
    'The policy of an endpoint says for whom and to what the endpoint is a way. The default allows everything: code in a closed VPC can bring ' +
    'credentials of another account, and put your data into a training job, model or endpoint over there, without any way to the internet. ' +
    'Asked is whether the policy, as a whole, lets any request through that carries data to a resource of a stranger: with credentials of that ' +
    'stranger, or with those of the roles that SageMaker runs as. Statements that deny count, conditions are worked out, and a pattern that a ' +
    'stranger can match is as open as `*`. Accounts that the policy names are taken for trusted.',
  remediation:
    'Can be changed in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id … --policy-document file://…` with conditions on ' +
    '`aws:PrincipalOrgID` and `aws:ResourceOrgID` (or `aws:PrincipalAccount` and `aws:ResourceAccount`). The policy of a Studio endpoint must ' +
    'allow `sagemaker:CreateApp`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints', ...executionFacts],
  across: ['vpcEndpoints'],
  resources: (facts) => sagemakerEndpointSubjects(facts),
  evaluate({ endpoint, service }, facts) {
    const { ServiceName = '' } = endpoint;
    if (ServiceName.endsWith('.runtime-fips')) {
      return notApplicable('AWS supports no policy on FIPS endpoints of the runtime', [
        { source, path: 'ServiceName', value: ServiceName },
      ]);
    }
    return endpointPolicyVerdict(endpoint, service, facts);
  },
});
