import type { Evidence } from '../../core/evidence.ts';
import type { PathStep } from '../../core/path-step.ts';
import type { Estate } from '../../inventory/estate.ts';
import { need, type Fact } from '../../inventory/fact.ts';
import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import type { Doubt } from '../../network/doubt.ts';
import { formsOf } from '../../network/endpoints/aws-service.ts';
import { endpointReach, type EndpointReach } from '../../network/endpoints/endpoint-reach.ts';
import { homeOfVpc } from '../../network/endpoints/home-of-vpc.ts';
import { outwardDoubts } from '../../network/endpoints/outward-doubts.ts';
import { endpointsFor, isAvailable, serviceNameOf, type SageMakerService } from '../../network/interface-endpoint.ts';
import { listed } from '../../network/network.ts';
import type { NetworkSection } from '../../network/network-sections.ts';
import { placedOrigin, type Origin } from '../../network/origin.ts';
import { blockerKey } from '../../network/walk.ts';
import type { Scope } from '../check.ts';
import { fail, pass, unknown, type Verdict } from '../verdict.ts';
import { gapsOf, sayDoubts } from './gaps-of.ts';
import { networkAt, type NetworkAt } from './network-at.ts';
import { needAllWorkloads, type UsedVpc } from './vpc-subjects.ts';

const source = 'ec2:DescribeVpcEndpoints';

/** What people open in a browser: whether the workloads' own groups let its calls out says nothing about it. */
const browsed = new Set<SageMakerService>(['studio', 'notebook']);

/**
 * Has a VPC that runs workloads an interface endpoint for this service?
 *
 * An endpoint may also stand in another VPC and serve many: where a private hosted zone leads the name there, and traffic follows. Its absence in
 * a shared VPC proves nothing where its owner was not read. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
 */
export function missingEndpointVerdict(
  service: SageMakerService,
  vpc: UsedVpc,
  facts: { readonly vpcEndpoints: Fact<readonly VpcEndpoint[]>; readonly estate: Estate<NetworkSection>; readonly scope: Scope },
): Verdict {
  const { vpcId, owner, users } = vpc;
  const { scope } = facts;
  const at = networkAt(facts);
  const home = homeOfVpc(at.network, at.place, vpcId);
  const shared = owner === scope.account || home.place === undefined ? [] : listed(home.place, 'vpcEndpoints');
  const endpoints = endpointsFor(service, vpcId, scope.region, [...need(facts.vpcEndpoints), ...shared]);
  const available = endpoints.find(isAvailable);
  if (available !== undefined) return pass(`${vpcId} reaches ${service} through ${available.VpcEndpointId}`, [evidenceOf(available)]);
  const none = absent(vpcId, service, scope);
  if (home.place === undefined) {
    return unknown(`${vpcId} belongs to ${owner}, which alone sees whether it has an endpoint for ${service}`, [none]);
  }

  const elsewhere = byOthers(service, vpc, at);
  if (elsewhere.kind === 'reached') {
    const { endpoint = '', name, path } = elsewhere.answer;
    needAllWorkloads(vpc);
    return pass(`${vpcId} reaches ${service} through ${endpoint} in another VPC`, [none, zoneEvidence(name)], path);
  }
  if (elsewhere.kind === 'open') {
    const { doubts, path } = elsewhere;
    const message = `${vpcId} has no endpoint for ${service}, and one elsewhere may serve it: ${sayDoubts(doubts)}`;
    return unknown(message, [none], path, gapsOf(doubts));
  }
  const [pending] = endpoints;
  const why = pending === undefined ? 'has no interface endpoint' : `has only ${pending.VpcEndpointId} in state ${pending.State}`;
  const workloads = users.count === 1 ? '1 workload' : `${users.count} workloads`;
  const first = pending === undefined ? none : evidenceOf(pending);
  const { answer } = elsewhere;
  if (answer === undefined || answer.name.resolvesTo === 'public') {
    return fail(`${vpcId} ${why} for ${service}, and runs ${workloads}`, [first, ...users.evidence]);
  }
  const lost = `${vpcId} ${why} for ${service}, runs ${workloads}, and what its name leads to elsewhere cannot be reached`;
  return fail(lost, [first, zoneEvidence(answer.name), ...users.evidence], answer.path);
}

type Elsewhere =
  | { readonly kind: 'reached'; readonly answer: EndpointReach }
  | { readonly kind: 'open'; readonly doubts: readonly Doubt[]; readonly path: readonly PathStep[] }
  | { readonly kind: 'not'; readonly answer: EndpointReach | undefined };

/** Does an endpoint outside the VPC serve all of its workloads? The worst of their answers decides. */
function byOthers(service: SageMakerService, { classes }: UsedVpc, { network, place }: NetworkAt): Elsewhere {
  let reached: EndpointReach | undefined;
  let open: Extract<Elsewhere, { kind: 'open' }> | undefined;
  for (const { subnetId, groupIds } of classes) {
    const origin = placedOrigin(network, place, subnetId, groupIds, false);
    if (origin.value === undefined) {
      open ??= { kind: 'open', doubts: [origin.doubt], path: [] };
      continue;
    }
    const options = browsed.has(service) ? { ignore: ownGroups(origin.value) } : {};
    const answer = endpointReach(network, origin.value, service, place.region, options);
    const { verdict, name, doubts, path } = answer;
    if (verdict === 'private') {
      reached ??= answer;
      continue;
    }
    if (verdict === 'nowhere' && name.resolvesTo !== 'public') return { kind: 'not', answer };
    if (verdict === 'undecided' && name.resolvesTo === 'private-zone') {
      open ??= { kind: 'open', doubts, path };
      continue;
    }
    // Where no way leads out of the VPC it does not matter what the name leads to.
    const beyond = outwardDoubts(network, origin.value, formsOf(service, place.region)[0], options);
    if (beyond.length === 0) return { kind: 'not', answer: verdict === 'undecided' ? undefined : answer };
    open ??= { kind: 'open', doubts: verdict === 'undecided' ? doubts : beyond, path };
  }
  if (open !== undefined) return open;
  return reached === undefined ? { kind: 'not', answer: undefined } : { kind: 'reached', answer: reached };
}

function ownGroups({ groupIds }: Origin): ReadonlySet<string> {
  return new Set([blockerKey('SECURITY_GROUP', { kind: 'security-group', id: groupIds.join(', '), detail: '' })]);
}

function evidenceOf(endpoint: VpcEndpoint): Evidence {
  return { source, path: `${endpoint.VpcEndpointId}: ServiceName, State`, value: `${endpoint.ServiceName}, ${endpoint.State}` };
}

function zoneEvidence({ host, why }: EndpointReach['name']): Evidence {
  return { source: 'route53:ListResourceRecordSets', path: host, value: why };
}

function absent(vpcId: string, service: SageMakerService, { region }: Scope): Evidence {
  return { source, path: `VpcEndpoints[VpcId=${vpcId}, ServiceName=${serviceNameOf(service, region)}]`, value: null };
}
