import { known, missing, need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import type { PlacementFacts } from '../../workloads/workloads.ts';
import type { Scope, Subject } from '../check.ts';
import { vpcSubjects, type UsedVpc } from './vpc-subjects.ts';

/** An endpoint through which workloads may reach a service. */
export interface EndpointSubject<S extends string> {
  readonly endpoint: VpcEndpoint;
  readonly service: S;
  readonly vpc: UsedVpc;
}

/**
 * The endpoints in VPCs that run workloads; and a missing fact for whatever may hide more of them.
 *
 * @param serviceOf the service that an endpoint serves, undefined for one that is not asked about
 */
export function* endpointSubjects<S extends string>(
  facts: PlacementFacts & {
    readonly subnets: Fact<readonly Subnet[]>;
    readonly vpcEndpoints: Fact<readonly VpcEndpoint[]>;
    readonly scope: Scope;
  },
  serviceOf: (endpoint: VpcEndpoint, region: string) => S | undefined,
): Generator<Fact<Subject<EndpointSubject<S>>>, void> {
  const { scope, vpcEndpoints } = facts;
  const vpcs = new Map<string, UsedVpc>();
  for (const subject of vpcSubjects(facts)) {
    if (subject.known) vpcs.set(subject.value.about.vpcId, need(subject).about);
    else yield missing(subject.gap);
  }
  if (!vpcEndpoints.known && vpcs.size > 0) yield missing(vpcEndpoints.gap);
  for (const endpoint of rowsToName(vpcEndpoints)) {
    const vpc = vpcs.get(endpoint.VpcId ?? '');
    const service = serviceOf(endpoint, scope.region);
    if (vpc === undefined || service === undefined) continue;
    const { VpcEndpointId: name = '', OwnerId: owner = scope.account } = endpoint;
    const arn = `arn:${scope.partition}:ec2:${scope.region}:${owner}:vpc-endpoint/${name}`;
    yield known({
      resource: { type: 'AWS::EC2::VPCEndpoint', name, arn, account: scope.account, region: scope.region },
      about: { endpoint, service, vpc },
    });
  }
}
