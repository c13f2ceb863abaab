import type { RequirementId } from '../../core/requirement.ts';
import { serviceNameOf, type SageMakerService } from '../../network/interface-endpoint.ts';
import { networkSections } from '../../network/network-sections.ts';
import type { placementFacts } from '../../workloads/workloads.ts';
import { defineCheck } from '../check.ts';
import { missingEndpointVerdict } from './missing-endpoint-verdict.ts';
import { vpcSubjects } from './vpc-subjects.ts';

type PlacementFact = (typeof placementFacts)[number];

/** What differs between the services whose private endpoint is asked for. */
export interface MissingEndpoint<N extends PlacementFact, C extends PlacementFact> {
  readonly id: string;
  readonly title: string;
  readonly requirement: RequirementId;
  readonly service: SageMakerService;
  /** What would travel through the endpoint, in a sentence that goes on with "goes over public addresses". */
  readonly carries: string;
  /** The AWS page on this endpoint. */
  readonly page: string;
  /** The sections that name the workloads which need it. */
  readonly needs: readonly N[];
  /** The sections that tell where these are, with those that are needed. */
  readonly consults: readonly C[];
}

/** The check that a VPC with workloads has an endpoint for one service. */
export function missingEndpointCheck<const N extends PlacementFact, const C extends PlacementFact>(plan: MissingEndpoint<N, C>) {
  const { id, title, requirement, service, carries, page, needs, consults } = plan;
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
      'serves this one as well where a private hosted zone leads the name to it and traffic gets there: names, routes, groups and ACLs are ' +
      'followed. Where the way leads to networks that were not read the verdict is unknown rather than a fail.',
    remediation:
      'Add the endpoint to the VPC as it is, nothing has to be made anew: `aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface ' +
      `--service-name ${serviceNameOf(service)} --private-dns-enabled\` with a subnet in each Availability Zone in use and a security ` +
      'group that admits TCP 443 from the workloads.',
    references: [page, 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
    needs,
    consults: [...consults, 'subnets', 'vpcEndpoints'],
    across: networkSections,
    // Which of the placement facts are there hangs on the type parameters, through which the compiler cannot see.
    resources: (facts) => vpcSubjects(facts as Parameters<typeof vpcSubjects>[0]),
    evaluate: (vpc, facts) => missingEndpointVerdict(service, vpc, facts as unknown as Parameters<typeof missingEndpointVerdict>[2]),
  });
}
