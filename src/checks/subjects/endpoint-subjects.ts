import type { Estate, EstatePlace } from '../../inventory/estate.ts';
import { known, missing, need, type Fact } from '../../inventory/fact.ts';
import { rowsToName } from '../../inventory/rows.ts';
import type { Subnet } from '../../inventory/sections/subnets.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import type { PlacementFacts } from '../../workloads/workloads.ts';
import type { Scope, Subject } from '../check.ts';
import { placeOfOwner } from './of-owner.ts';
import { vpcSubjects, type UsedVpc } from './vpc-subjects.ts';

/** An endpoint through which workloads may reach a service. */
export interface EndpointSubject<S extends string> {
  readonly endpoint: VpcEndpoint;
  readonly service: S;
  readonly vpc: UsedVpc;
  /** Where it was read: of a shared VPC, at its owner. */
  readonly seenAt: EstatePlace;
}

/**
 * The endpoints in VPCs that run workloads, those too that the owner of a shared one has there, where it was read; and a missing fact for whatever may hide more of them.
 *
 * @param serviceOf the service that an endpoint serves, undefined for one that is not asked about
 */
export function* endpointSubjects<S extends string>(
  facts: PlacementFacts & {
    readonly subnets: Fact<readonly Subnet[]>;
    readonly vpcEndpoints: Fact<readonly VpcEndpoint[]>;
    readonly scope: Scope;
    readonly estate: Estate<'vpcEndpoints'>;
  },
  serviceOf: (endpoint: VpcEndpoint, region: string) => S | undefined,
): Generator<Fact<Subject<EndpointSubject<S>>>, void> {
  const { scope, estate } = facts;
  const vpcs = new Map<string, UsedVpc>();
  for (const subject of vpcSubjects(facts)) {
    if (subject.known) vpcs.set(subject.value.about.vpcId, need(subject).about);
    else yield missing(subject.gap);
  }
  const owners = new Set([...vpcs.values()].flatMap(({ owner }) => (owner === scope.account ? [] : [owner])));
  const places = [scope, ...[...owners].sort().flatMap((owner) => placeOfOwner(owner, facts) ?? [])];
  if (vpcs.size === 0) return;
  for (const { account, region } of places) {
    const seenAt = { account, region };
    const vpcEndpoints = account === scope.account ? facts.vpcEndpoints : estate.fact(seenAt, 'vpcEndpoints');
    if (!vpcEndpoints.known) yield missing(vpcEndpoints.gap);
    yield* endpointsIn(vpcEndpoints, seenAt);
  }

  function* endpointsIn(
    vpcEndpoints: Fact<readonly VpcEndpoint[]>,
    seenAt: EstatePlace,
  ): Generator<Fact<Subject<EndpointSubject<S>>>, void> {
    for (const endpoint of rowsToName(vpcEndpoints)) {
      const vpc = vpcs.get(endpoint.VpcId ?? '');
      const service = serviceOf(endpoint, scope.region);
      if (vpc === undefined || service === undefined) continue;
      const { VpcEndpointId: name = '', OwnerId: owner = scope.account } = endpoint;
      const arn = `arn:${scope.partition}:ec2:${scope.region}:${owner}:vpc-endpoint/${name}`;
      yield known({
        resource: { type: 'AWS::EC2::VPCEndpoint', name, arn, account: scope.account, region: scope.region },
        about: { endpoint, service, vpc, seenAt },
      });
    }
  }
}
