import { endpointPolicyOpenness } from '../../iam/endpoint-policy-openness.ts';
import { readPolicy } from '../../iam/policy-document.ts';
import { placementFacts, placementSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { sagemakerEndpointSubjects } from '../subjects/sagemaker-endpoint-subjects.ts';
import { fail, notApplicable, pass, unknown } from '../verdict.ts';

const source = 'ec2:DescribeVpcEndpoints';

/** Enough to recognise a policy; AWS allows 20,480 characters. */
const shown = 400;

export default defineCheck({
  id: 'sagemaker-endpoint-policy-open',
  title: 'Private endpoint for SageMaker serves anybody for anything',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['PL-9'],
  controls: [],
  description:
    'The policy of an endpoint says for whom and to what the endpoint is a way. The default allows everything: code in a closed VPC can use the ' +
    'credentials of an account of its own, and put your data into a training job, model or endpoint over there, without any way to the internet. ' +
    'A policy is read for what it says as a whole: statements that deny what is not yours count, and conditions on the endpoint itself do not.',
  remediation:
    'Can be changed in place: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id … --policy-document file://…` with a condition on ' +
    '`aws:PrincipalOrgID` and `aws:ResourceOrgID` (or `aws:PrincipalAccount` and `aws:ResourceAccount`). The policy of a Studio endpoint must ' +
    'allow `sagemaker:CreateApp`.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  ],
  needs: placementSections,
  consults: [...placementFacts, 'subnets', 'vpcEndpoints'],
  resources: (facts) => sagemakerEndpointSubjects(facts),
  evaluate({ endpoint, service }) {
    const { PolicyDocument: text, ServiceName = '' } = endpoint;
    if (ServiceName.endsWith('.runtime-fips')) {
      return notApplicable('AWS supports no policy on FIPS endpoints of the runtime', [
        { source, path: 'ServiceName', value: ServiceName },
      ]);
    }
    const evidence = { source, path: 'PolicyDocument', value: text === undefined ? null : clipped(text) };
    // Without a policy of its own an endpoint has the default one: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
    if (text === undefined || text === '')
      return fail(`the endpoint for ${service} has no policy: it serves anybody for anything`, [evidence]);
    const policy = readPolicy(text);
    if (policy.kind === 'unreadable') return unknown(`the policy ${policy.reason}`, [evidence]);
    const openness = endpointPolicyOpenness(policy.statements, 'sagemaker');
    if (openness.kind === 'undecided') return unknown(`cannot tell what the policy allows: ${openness.reason}`, [evidence]);
    if (openness.kind === 'limited') return pass(`the policy of the endpoint is limited: ${openness.by}`, [evidence]);
    return fail(`statement ${openness.statement + 1} of the policy lets anybody use the endpoint for ${service}, for anything`, [evidence]);
  },
});

function clipped(text: string): string {
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
