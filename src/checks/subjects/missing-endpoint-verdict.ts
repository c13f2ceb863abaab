import type { Evidence } from '../../core/evidence.ts';
import { need, type Fact } from '../../inventory/fact.ts';
import type { RouteTable } from '../../inventory/sections/route-tables.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { endpointsFor, isAvailable, outwardRoute, serviceNameOf, type SageMakerService } from '../../network/interface-endpoint.ts';
import type { Scope } from '../check.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';
import type { UsedVpc } from './vpc-subjects.ts';

const source = 'ec2:DescribeVpcEndpoints';

/**
 * Has a VPC that runs workloads an interface endpoint for this service?
 *
 * An endpoint may also stand in another VPC and serve many; where a route leads to other networks its absence here proves nothing. Nor does it in
 * a shared VPC, whose endpoints its owner alone sees. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
 */
export function missingEndpointVerdict(
  service: SageMakerService,
  { vpcId, owner, users }: UsedVpc,
  facts: { readonly vpcEndpoints: Fact<readonly VpcEndpoint[]>; readonly routeTables: Fact<readonly RouteTable[]>; readonly scope: Scope },
): Verdict {
  const endpoints = endpointsFor(service, vpcId, facts.scope.region, need(facts.vpcEndpoints));
  const available = endpoints.find(isAvailable);
  if (available !== undefined) {
    return pass(`${vpcId} reaches ${service} through ${available.VpcEndpointId}`, [evidenceOf(available)]);
  }
  if (owner !== facts.scope.account) {
    return unknown(`${vpcId} belongs to ${owner}, which alone sees whether it has an endpoint for ${service}`, [
      absent(vpcId, service, facts.scope),
    ]);
  }
  const outward = outwardRoute(vpcId, need(facts.routeTables));
  if (outward !== undefined) {
    const { routeTableId, target, destination } = outward;
    return unknown(`${vpcId} has no endpoint for ${service}, but a central one may stand behind ${target}`, [
      absent(vpcId, service, facts.scope),
      { source: 'ec2:DescribeRouteTables', path: `${routeTableId}: Routes`, value: `${destination} → ${target}` },
    ]);
  }
  const [pending] = endpoints;
  const why = pending === undefined ? 'has no interface endpoint' : `has only ${pending.VpcEndpointId} in state ${pending.State}`;
  const workloads = users.count === 1 ? '1 workload' : `${users.count} workloads`;
  const evidence: [Evidence, ...Evidence[]] = [
    pending === undefined ? absent(vpcId, service, facts.scope) : evidenceOf(pending),
    ...users.evidence,
  ];
  return fail(`${vpcId} ${why} for ${service}, and runs ${workloads}`, evidence);
}

function evidenceOf(endpoint: VpcEndpoint): Evidence {
  return { source, path: `${endpoint.VpcEndpointId}: ServiceName, State`, value: `${endpoint.ServiceName}, ${endpoint.State}` };
}

function absent(vpcId: string, service: SageMakerService, { region }: Scope): Evidence {
  return { source, path: `VpcEndpoints[VpcId=${vpcId}, ServiceName=${serviceNameOf(service, region)}]`, value: null };
}
