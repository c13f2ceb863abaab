import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import { intoSubnet, leaveSubnet } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { arrived, narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { find } from '../found.ts';
import { passesInState } from '../gateway-state.ts';
import { idOf } from '../ids.ts';
import { settleReplies } from '../replies.ts';
import { routerOf } from '../router.ts';
import { isEmpty, without, type Traffic } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import { inspectionHop } from './inspection.ts';

/** A VPC endpoint as the target of a route: a gateway to a service of AWS, or a Gateway Load Balancer's way to an appliance. */
export function endpointHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const found = find({ network: walk.network, from: router.place, owner: router.owner }, 'vpcEndpoints', idOf.vpcEndpoints, id);
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const { value: endpoint } = found;
  const passes = passesInState(id, endpoint.State);
  const step = { kind: 'vpc-endpoint', id, detail: endpoint.ServiceName ?? '' };
  if (flow.visited.includes(id)) return stop(walk, flow, 'LOOP', { ...step, detail: 'its own route table leads back to it' });
  if (typeof passes === 'object') return [undecided(flow, passes)];
  const type: string = endpoint.VpcEndpointType ?? 'Gateway';
  const open = (): readonly Piece[] => {
    if (type === 'Gateway') return toService(walk, router, past(flow, step), endpoint);
    if (type === 'GatewayLoadBalancer') return toInspection(walk, router, past(flow, step), endpoint);
    const doubt: Doubt = {
      code: 'UNKNOWN_TARGET',
      object: id,
      settledBy: `what a route to an endpoint of type ${type} does`,
      gap: undefined,
    };
    return [undecided(flow, doubt)];
  };
  return passes ? open() : stop(walk, flow, 'GATEWAY_UNAVAILABLE', { ...step, detail: `is ${endpoint.State ?? ''}` }, open);
}

/** TCP and ICMP reach the service's public addresses over it. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
function toService(walk: Walk, router: Router, flow: Flow, endpoint: VpcEndpoint): readonly Piece[] {
  const { passed, stopped } = leaveSubnet(walk, router, flow);
  const id = endpoint.VpcEndpointId ?? '';
  return [
    ...stopped,
    ...passed.flatMap((each) => {
      const carried: Traffic = { ...each.traffic, udp: [], other: [] };
      const rest = without(each.traffic, carried);
      const step = { kind: 'vpc-endpoint', id, detail: 'carries TCP and ICMP only' };
      const refused = isEmpty(rest) ? [] : stop(walk, narrowed(each, rest), 'ENDPOINT_PROTOCOL', step);
      if (isEmpty(carried)) return refused;
      const settled = settleReplies(narrowed(each, carried), each.source.isNat ? 'gateway' : 'workload');
      return [...refused, ...settled.stopped, ...settled.passed.map((end) => arrived(end, { kind: 'aws-service', id }))];
    }),
  ];
}

/** Packets enter the endpoint's subnet, and leave it unchanged once the appliance has let them pass. */
function toInspection(walk: Walk, router: Router, flow: Flow, endpoint: VpcEndpoint): readonly Piece[] {
  const [subnetId = ''] = endpoint.SubnetIds ?? [];
  const found = routerOf(walk.network, router.place, subnetId);
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const inside = found.value;
  const { passed, stopped } = intoSubnet(walk, router, inside, flow);
  return [...stopped, ...passed.flatMap((each) => inspectionHop(walk, inside, each, endpoint))];
}
