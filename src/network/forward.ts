import type { RouteTable } from '../inventory/sections/route-tables.ts';
import { deliver } from './deliver.ts';
import { narrowed, past, undecided, type Flow, type Piece } from './flow.ts';
import { carrierGatewayHop } from './hops/carrier-gateway.ts';
import { egressOnlyHop } from './hops/egress-only-gateway.ts';
import { endpointHop } from './hops/endpoint.ts';
import { interfaceHop } from './hops/interface.ts';
import { internetGatewayHop } from './hops/internet-gateway.ts';
import { missingRouteHop } from './hops/missing-route.ts';
import { natGatewayHop } from './hops/nat-gateway.ts';
import { outsideHop } from './hops/outside.ts';
import { peeringHop } from './hops/peering.ts';
import { transitGatewayHop } from './hops/transit-gateway.ts';
import { partitionOf } from './partition-of.ts';
import { dividedBy, targetOf, type Route } from './route-pieces.ts';
import { subnetAddresses } from './router.ts';
import { isEmpty, onlyAddresses, without } from './traffic.ts';
import { stop, type Router, type Walk } from './walk.ts';

/**
 * Sends a flow on from a router: what is for the router's own subnet is delivered without asking routes or ACLs, everything else goes where the
 * route table says.
 *
 * @throws TooComplex
 */
export function forward(walk: Walk, router: Router, flow: Flow): readonly Piece[] {
  const near = router.subnet === undefined ? [] : subnetAddresses(router.subnet, flow.family);
  const own = onlyAddresses(flow.traffic, near);
  const delivered = isEmpty(own) ? [] : deliver(walk, router, narrowed(flow, own));
  const rest = without(flow.traffic, own);
  return isEmpty(rest) ? delivered : [...delivered, ...byTable(walk, router, narrowed(flow, rest))];
}

function byTable(walk: Walk, router: Router, flow: Flow): readonly Piece[] {
  const table = router.table.value;
  if (table === undefined) return [undecided(flow, router.table.doubt)];
  const partition = partitionOf(router.table.place ?? router.place, table, flow.family);
  const { pieces, unrouted, doubt } = dividedBy(partition, flow.traffic);
  const found = pieces.flatMap((piece) => {
    const target = targetOf(piece.route);
    const step = routeStep(router, table, piece.destination, target);
    const onward = narrowed(past(flow, step), piece.traffic, piece.doubt === undefined ? [] : [piece.doubt]);
    return hop(walk, router, onward, piece.route, target);
  });
  if (isEmpty(unrouted)) return found;
  const lost = narrowed(flow, unrouted);
  const step = { kind: 'route-table', id: table.RouteTableId ?? '', detail: `${router.tableBy}: no route to it` };
  // A list that could not be read stands among the pieces already, with all that it may take; beside it there is no route for certain.
  if (doubt !== undefined && partition.claims.length === 0) return [...found, undecided(lost, doubt)];
  return [...found, ...stop(walk, lost, 'NO_ROUTE', step, () => missingRouteHop(walk, router, lost))];
}

function routeStep({ tableBy }: Router, table: RouteTable, destination: string, target: string | undefined) {
  return { kind: 'route', id: table.RouteTableId ?? '', detail: `${destination} → ${target ?? 'an unknown target'} (${tableBy})` };
}

/** One route's target. A route whose target is gone still takes its traffic: the lookup does not fall back to a shorter prefix. */
function hop(walk: Walk, router: Router, flow: Flow, route: Route, target: string | undefined): readonly Piece[] {
  const id = target ?? router.table.value?.RouteTableId ?? '';
  if (route.State === 'blackhole' || route.State === 'filtered') {
    const step = { kind: 'route', id: router.table.value?.RouteTableId ?? '', detail: `the route is a ${route.State}` };
    return stop(walk, flow, 'BLACKHOLE', step, () => missingRouteHop(walk, router, flow));
  }
  if (route.State !== undefined && route.State !== 'active') {
    return [
      undecided(flow, {
        code: 'UNREADABLE',
        object: id,
        settledBy: `what the state ${String(route.State)} of its route means`,
        gap: undefined,
      }),
    ];
  }
  if (target === 'local') return deliver(walk, router, flow);
  const kind = target?.split('-')[0];
  if (target === undefined)
    return [undecided(flow, { code: 'UNKNOWN_TARGET', object: id, settledBy: `what a route of ${id} leads to`, gap: undefined })];
  if (route.NetworkInterfaceId !== undefined && route.NetworkInterfaceId === target) return interfaceHop(walk, router, flow, target);
  if (kind === 'igw') return internetGatewayHop(walk, router, flow, target);
  if (kind === 'nat') return natGatewayHop(walk, router, flow, target);
  if (kind === 'eigw') return egressOnlyHop(walk, router, flow, target);
  if (kind === 'cagw') return carrierGatewayHop(walk, router, flow, target);
  if (kind === 'vpce') return endpointHop(walk, router, flow, target);
  if (kind === 'pcx') return peeringHop(walk, router, flow, target);
  if (kind === 'tgw') return transitGatewayHop(walk, router, flow, target);
  return outsideHop(walk, router, flow, route, target);
}
