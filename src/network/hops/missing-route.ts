import { unread } from '../doubt.ts';
import { undecided, type Flow, type Piece } from '../flow.ts';
import { listed } from '../network.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import { acrossBorder } from './border.ts';
import { internetGatewayHop } from './internet-gateway.ts';
import { natGatewayHop } from './nat-gateway.ts';

/** More of them are not tried. */
const mostGateways = 4;

/**
 * What the one route that is missing could lead to: the NAT gateways of the VPC, and its internet gateway, or one that would have to be made. Each
 * is a way of its own, so these pieces overlap. Only asked when looking for what stands between a blocked workload and the internet.
 */
export function missingRouteHop(walk: Walk, router: Router, flow: Flow): readonly Piece[] {
  const nats = listed(router.place, 'natGateways').flatMap(({ NatGatewayId, VpcId, State, ConnectivityType }) =>
    VpcId === router.vpcId && State === 'available' && ConnectivityType !== 'private' ? (NatGatewayId ?? []) : [],
  );
  const fitting = flow.family === 4 ? nats.filter((id) => !flow.visited.includes(id)).slice(0, mostGateways) : [];
  return [...fitting.flatMap((id) => natGatewayHop(walk, router, flow, id)), ...toInternetGateway(walk, router, flow)];
}

function toInternetGateway(walk: Walk, router: Router, flow: Flow): readonly Piece[] {
  const fact = router.place.facts.internetGateways;
  if (!fact.known) return [undecided(flow, unread(`the internet gateway of ${router.vpcId}`, fact.gap))];
  const gateway = fact.value.find(({ Attachments }) => (Attachments ?? []).some(({ VpcId }) => VpcId === router.vpcId));
  if (gateway?.InternetGatewayId !== undefined) return internetGatewayHop(walk, router, flow, gateway.InternetGatewayId);
  const step = { kind: 'vpc', id: router.vpcId, detail: 'has no internet gateway' };
  const made = { id: 'a new internet gateway', kind: 'internet-gateway', state: 'attached', access: 'direct', sender: 'public' } as const;
  return stop(walk, flow, 'NOT_ATTACHED', step, () => acrossBorder(walk, router, flow, { ...made, families: [4, 6] }));
}
