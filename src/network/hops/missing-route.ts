import type { Flow, Piece } from '../flow.ts';
import { listed } from '../network.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import { arrived } from '../flow.ts';
import { internetGatewayHop } from './internet-gateway.ts';
import { natGatewayHop } from './nat-gateway.ts';

/**
 * What the one route that is missing could lead to: a NAT gateway of the VPC where there is one, otherwise its internet gateway, otherwise one
 * that would have to be made. Only asked when looking for what stands between a blocked workload and the internet.
 */
export function missingRouteHop(walk: Walk, router: Router, flow: Flow): readonly Piece[] {
  const nat = listed(router.place, 'natGateways').find(
    ({ VpcId, State, ConnectivityType }) => VpcId === router.vpcId && State === 'available' && ConnectivityType !== 'private',
  );
  if (nat?.NatGatewayId !== undefined && flow.family === 4 && !flow.visited.includes(nat.NatGatewayId)) {
    return natGatewayHop(walk, router, flow, nat.NatGatewayId);
  }
  const gateway = listed(router.place, 'internetGateways').find(({ Attachments }) =>
    (Attachments ?? []).some(({ VpcId }) => VpcId === router.vpcId),
  );
  if (gateway?.InternetGatewayId !== undefined) return internetGatewayHop(walk, router, flow, gateway.InternetGatewayId);
  const step = { kind: 'vpc', id: router.vpcId, detail: 'has no internet gateway' };
  return stop(walk, flow, 'NOT_ATTACHED', step, () => [arrived(flow, { kind: 'internet', id: 'a new internet gateway' })]);
}
