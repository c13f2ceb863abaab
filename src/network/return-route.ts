import type { PathStep } from '../core/path-step.ts';
import { intersect, sizeOf, subtract, type AddressSet } from './address-set.ts';
import type { Doubt } from './doubt.ts';
import { zonesBack } from './firewall/zones-back.ts';
import type { Flow, TableBack } from './flow.ts';
import { takenFromZone } from './gateway-zone.ts';
import { publicAddresses } from './internet.ts';
import { partitionOf } from './partition-of.ts';
import { noReplies } from './replies.ts';
import { targetOf, type Route } from './route-pieces.ts';
import { subnetAddresses } from './router.ts';
import { isIgnored, type Router, type Walk } from './walk.ts';
import { wayBackTo, type WayBack } from './way-back.ts';

/**
 * The flow with the replies that find their way back from a router: locally where the sender is in the same VPC, otherwise by a gateway that
 * the flow has come through.
 */
export function withReturnRoute(walk: Walk, router: Router, flow: Flow): Flow {
  const { addresses: all } = flow.source;
  const sender = subtract(all, router.subnet === undefined ? [] : subnetAddresses(router.subnet, flow.family));
  if (sender.length === 0) return flow;
  const table = router.table.value;
  const id = table?.RouteTableId ?? router.subnet?.SubnetId ?? '';
  if (isIgnored(walk, 'NO_RETURN_ROUTE', lostStep(id))) return flow;
  if (table === undefined) return { ...flow, replies: noReplies(flow.replies, lostStep(id), router.table.doubt) };
  const partition = partitionOf(router.table.place ?? router.place, table, flow.family);
  const { doubt: untold } = partition;
  if (untold !== undefined && partition.claims.length === 0) return { ...flow, replies: noReplies(flow.replies, lostStep(id), untold) };
  const told = [...flow.tablesBack, ...zonesBack(walk.network, router, flow)];
  const claims = partition.claims
    .filter(({ addresses }) => intersect(addresses, sender).length > 0)
    .map((claim) => ({ ...claim, back: backBy(walk, router, flow, claim.route, intersect(claim.addresses, sender), told) }));
  const answer = wayBackTo(sender, claims, partition.taken);
  if (answer === 'yes') return flow;
  const lost = claims.find(({ back }) => back !== 'yes');
  const gateway = lost === undefined || !isByGateway(lost.route, flow) ? undefined : told.find((each) => each.answer !== 'yes');
  const step = gateway?.step ?? (lost === undefined ? lostStep(id) : { kind: 'route', id, detail: sayLost(lost.route) });
  // Within the receiver's own subnet the sender needs no route: an interface that does not exist yet may turn out to be there.
  const near = sizeOf(sender) < sizeOf(all);
  if (answer === 'no' && !near) return { ...flow, replies: noReplies(flow.replies, step) };
  const differ = near || claims.some(({ back }) => back === 'yes');
  const unsure =
    gateway?.doubt ??
    lost?.doubt ??
    partition.doubt ??
    (differ || lost === undefined ? severalAddresses(id) : detour(targetOf(lost.route) ?? id));
  return { ...flow, replies: noReplies(flow.replies, step, unsure) };
}

/**
 * Does a route lead replies back? Those that take another way than the flow may still arrive; but a gateway to the internet carries nothing to a
 * private address, a NAT gateway makes a reply one of its own, and a transit gateway takes nothing from zones in which it has no subnet.
 */
function backBy(walk: Walk, router: Router, flow: Flow, route: Route, sender: AddressSet, tables: readonly TableBack[]): WayBack {
  if (route.State === 'blackhole' || route.State === 'filtered') return 'no';
  if (route.State !== undefined && route.State !== 'active') return 'maybe';
  const target = targetOf(route);
  if (target === undefined) return 'maybe';
  if (target === 'local') return flow.source.vpcId === router.vpcId ? 'yes' : 'no';
  if (flow.visited.includes(target)) {
    const taken = takenFromZone(walk.network, router, target);
    if (taken !== true) return taken === false ? 'no' : 'maybe';
    const told = target.startsWith('tgw-') ? tables.map(({ answer }) => answer) : [];
    return told.includes('no') ? 'no' : told.includes('maybe') ? 'maybe' : 'yes';
  }
  const kind = target.split('-')[0] ?? '';
  const isPrivate = intersect(sender, publicAddresses[flow.family]).length === 0;
  return kind === 'nat' || (isPrivate && ['igw', 'eigw', 'cagw'].includes(kind)) ? 'no' : 'maybe';
}

/** Do replies go to a transit gateway that the flow has come through, and that may not know the sender? */
function isByGateway(route: Route, { visited }: Flow): boolean {
  const target = targetOf(route) ?? '';
  return target.startsWith('tgw-') && visited.includes(target);
}

function sayLost(route: Route): string {
  const state = route.State === undefined || route.State === 'active' ? '' : `, which is a ${route.State}`;
  return `replies go to ${targetOf(route) ?? 'an unknown target'}${state}`;
}

function lostStep(id: string): PathStep {
  return { kind: 'route-table', id, detail: 'no route back to the sender' };
}

/** Replies that take another way than the flow may still arrive: whoever stands there decides. */
function detour(target: string): Doubt {
  return { code: 'APPLIANCE', object: target, settledBy: `whether ${target} sends replies back`, gap: undefined };
}

function severalAddresses(id: string): Doubt {
  return { code: 'ADDRESS_UNKNOWN', object: id, settledBy: 'the address that the sender gets', gap: undefined };
}
