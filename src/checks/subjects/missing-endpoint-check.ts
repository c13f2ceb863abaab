import type { RequirementId } from '../../core/requirement.ts';
import { workloadFacts, workloadSections } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { missingEndpointVerdict } from './missing-endpoint-verdict.ts';
import { vpcSubjects } from './vpc-subjects.ts';

/** What differs between the services whose private endpoint is asked for. */
export interface MissingEndpoint {
  readonly id: string;
  readonly title: string;
  readonly requirement: RequirementId;
  /** The end of the service's name, after the Region: `sagemaker.api`. */
  readonly service: string;
  /** What would travel through the endpoint, in a sentence that goes on with "goes over public addresses". */
  readonly carries: string;
}

/** The check that a VPC with workloads has an endpoint for one service. */
export function missingEndpointCheck({ id, title, requirement, service, carries }: MissingEndpoint) {
  return defineCheck({
    id,
    title,
    severity: 'medium',
    family: 'privatelink',
    requirements: [requirement],
    controls: [],
    description:
      `Without an interface endpoint for \`${service}\`, ${carries}, goes over public addresses: through a NAT or internet gateway, or not at ` +
      'all. Such a VPC cannot be closed to the internet, and no endpoint policy can say whose resources may be used. An endpoint in another VPC ' +
      'may serve this one; where a route leads to other networks the verdict is unknown rather than a fail.',
    remediation:
      'Add the endpoint to the VPC as it is, nothing has to be made anew: `aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface ' +
      `--service-name com.amazonaws.REGION.${service} --private-dns-enabled\` with a subnet in each Availability Zone in use and a security ` +
      'group that admits TCP 443 from the workloads.',
    references: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
      'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    ],
    needs: workloadSections,
    consults: [...workloadFacts, 'subnets', 'routeTables', 'vpcEndpoints'],
    resources: (facts) => vpcSubjects(facts),
    evaluate: (vpc, facts) => missingEndpointVerdict(service, vpc, facts),
  });
}
