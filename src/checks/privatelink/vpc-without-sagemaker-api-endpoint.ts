import { workloadFacts, workloadSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { missingEndpointVerdict } from '../subjects/missing-endpoint-verdict.ts';
import { vpcSubjects } from '../subjects/vpc-subjects.ts';

export default defineCheck({
  id: 'vpc-without-sagemaker-api-endpoint',
  title: 'VPC with workloads lacks a private endpoint for the SageMaker API',
  severity: 'medium',
  family: 'privatelink',
  requirements: ['PL-1'],
  controls: [],
  description:
    'Without an interface endpoint for `sagemaker.api`, every call to the SageMaker API: creating jobs, reading their state, minting URLs, goes over public addresses: through a NAT or internet ' +
    'gateway, or not at all. Such a VPC cannot be closed to the internet, and no endpoint policy can say whose resources may be used. An endpoint in ' +
    'another VPC may serve this one; where a route leads to other networks the verdict is unknown rather than a fail.',
  remediation:
    'Add the endpoint to the VPC as it is, nothing has to be made anew: `aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --service-name ' +
    'com.amazonaws.REGION.sagemaker.api --private-dns-enabled` with a subnet in each Availability Zone in use and a security group that admits TCP 443 ' +
    'from the workloads.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],
  needs: workloadSections,
  consults: [...workloadFacts, 'subnets', 'routeTables', 'vpcEndpoints'],
  resources: (facts) => vpcSubjects(facts),
  evaluate: (vpc, facts) => missingEndpointVerdict('sagemaker.api', vpc, facts),
});
