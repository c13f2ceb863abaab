import { intersect } from '../address-set.ts';
import type { Doubt } from '../doubt.ts';
import { unread } from '../doubt.ts';
import { narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { find, type Found } from '../found.ts';
import { passesInState } from '../gateway-state.ts';
import { idOf } from '../ids.ts';
import { listed, type Network, type Place } from '../network.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { dividedBy, routePartition, type RoutePartition } from '../route-pieces.ts';
import { isEmpty } from '../traffic.ts';
import type { TransitGatewayRouteTable } from '../../inventory/sections/transit-gateway-route-tables.ts';
import { isIgnored, stop, type Walk } from '../walk.ts';
import { wayBackTo, type WayBack } from '../way-back.ts';
import { peerGateway } from './transit-gateway-peer.ts';
import { intoVpc } from './transit-gateway-vpc.ts';

/** Where a flow has entered a transit gateway. */
export interface GatewayEntry {
  /** Where the attachment was read. */
  readonly place: Place;
  readonly gateway: string;
  readonly attachment: string;
  /** The sender's zone; undefined behind a peering. */
  readonly zone: string | undefined;
}

type TgwRoute = NonNullable<NonNullable<Extract<TransitGatewayRouteTable['detail'], { known: true }>['value']['Routes']>>[number];

/** A route table of a transit gateway, ready to be asked. */
export interface GatewayTable {
  readonly id: string;
  readonly routes: readonly TgwRoute[];
  readonly partition: RoutePartition;
}

/** By the table that is associated with the attachment, to the attachment that it names. */
export function withinTransitGateway(walk: Walk, entry: GatewayEntry, flow: Flow): readonly Piece[] {
  const table = tableOf(walk.network, entry, flow);
  if (table === undefined) {
    const detail = 'no route table is associated with it';
    return stop(walk, flow, 'NOT_ASSOCIATED', { kind: 'transit-gateway-attachment', id: entry.attachment, detail });
  }
  if (table.value === undefined) return [undecided(flow, table.doubt)];
  const { id, routes, partition } = table.value;
  if (flow.visited.includes(id))
    return stop(walk, flow, 'LOOP', { kind: 'transit-gateway-route-table', id, detail: 'traffic comes back to it' });
  const { pieces, unrouted } = dividedBy(partition, flow.traffic);
  const passed = { ...flow, visited: [...flow.visited, entry.gateway, id] };
  const found = pieces.flatMap((piece) => {
    const route = routes[piece.index];
    const targets = route?.TransitGatewayAttachments ?? [];
    const to = targets.map(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId ?? '').join(', ');
    const step = { kind: 'transit-gateway-route', id, detail: `${piece.destination} → ${to === '' ? 'nothing' : to}` };
    const onward = narrowed(past(passed, step), piece.traffic, piece.doubt === undefined ? [] : [piece.doubt]);
    if (route?.State === 'blackhole' || targets.length === 0)
      return stop(walk, onward, 'BLACKHOLE', { ...step, detail: `${piece.destination} is a blackhole` });
    // Equal-cost targets: the sender chooses among them by its ports, so that each of them counts.
    return targets.flatMap((target) => toTarget(walk, entry, onward, target));
  });
  if (isEmpty(unrouted)) return found;
  const lost = narrowed(flow, unrouted);
  return [...found, ...stop(walk, lost, 'NO_ROUTE', { kind: 'transit-gateway-route-table', id, detail: 'no route to it' })];
}

type Target = NonNullable<TgwRoute['TransitGatewayAttachments']>[number];

function toTarget(
  walk: Walk,
  entry: GatewayEntry,
  flow: Flow,
  { TransitGatewayAttachmentId: id = '', ResourceType, ResourceId }: Target,
): readonly Piece[] {
  const type: string = ResourceType ?? 'vpc';
  if (type === 'vpc') return intoVpc(walk, entry, withReturnTable(walk, entry, flow, id), id, ResourceId);
  if (type === 'peering' || type === 'tgw-peering') return overPeering(walk, entry, flow, id);
  const say = (code: Doubt['code'], settledBy: string): readonly Piece[] => [
    undecided(flow, { code, object: id, settledBy, gap: undefined }, { kind: 'on-premises', id: ResourceId ?? id }),
  ];
  if (type === 'network-function') return say('FIREWALL_RULES', `what the firewall at ${id} lets pass`);
  if (['vpn', 'vpn-concentrator', 'direct-connect-gateway', 'client-vpn', 'connect'].includes(type)) {
    return say('ON_PREM', `what the network behind ${ResourceId ?? id} forwards`);
  }
  return say('UNKNOWN_TARGET', `what an attachment of type ${type} leads to`);
}

/** To the gateway at the other end, which has a table of its own for its side of the attachment. Both sides may carry one id. */
function overPeering(walk: Walk, entry: GatewayEntry, flow: Flow, id: string): readonly Piece[] {
  const peer = peerGateway(walk.network, entry.place, entry.gateway, id);
  if (peer === undefined) {
    const fact = entry.place.facts.transitGatewayPeeringAttachments;
    const doubt: Doubt = fact.known
      ? { code: 'CROSS_ACCOUNT', object: id, settledBy: `the transit gateway behind ${id}`, gap: undefined }
      : unread(`the transit gateway behind ${id}`, fact.gap);
    return [undecided(flow, doubt)];
  }
  const { gateway, attachment: farId, state, home } = peer;
  const passes = passesInState(id, state);
  if (typeof passes === 'object') return [undecided(flow, passes)];
  if (!passes) return stop(walk, flow, 'NOT_ACTIVE', { kind: 'transit-gateway-attachment', id, detail: `is ${state ?? ''}` });
  const place = walk.network.places.find((each) =>
    listed(each, 'transitGatewayAttachments').some(
      (row) => row.TransitGatewayId === gateway && (row.TransitGatewayAttachmentId === farId || row.TransitGatewayAttachmentId === id),
    ),
  );
  const step = { kind: 'transit-gateway', id: gateway, detail: `by peering ${id}` };
  if (place === undefined) {
    const settledBy = `${gateway}, read in ${home}`;
    return [undecided(past(flow, step), { code: 'CROSS_ACCOUNT', object: gateway, settledBy, gap: undefined })];
  }
  const next: GatewayEntry = { place, gateway, attachment: farId, zone: undefined };
  return withinTransitGateway(walk, next, past(withReturnTable(walk, entry, flow, id), step));
}

/** The table for what comes in by an attachment; undefined where none is associated with it. */
export function tableOf(
  network: Network,
  { place, gateway, attachment }: GatewayEntry,
  flow: Pick<Flow, 'family'>,
): Found<GatewayTable> | undefined {
  const rows = [place, ...network.places.filter((other) => other !== place)].flatMap((each) =>
    listed(each, 'transitGatewayAttachments').filter(
      (row) => row.TransitGatewayId === gateway && row.TransitGatewayAttachmentId === attachment,
    ),
  );
  const row = rows.find(({ Association }) => Association?.TransitGatewayRouteTableId !== undefined) ?? rows[0];
  if (row === undefined) {
    const fact = place.facts.transitGatewayAttachments;
    const settledBy = `the route table associated with ${attachment}`;
    if (!fact.known) return { doubt: unread(settledBy, fact.gap) };
    return { doubt: { code: 'CROSS_ACCOUNT', object: attachment, settledBy, gap: undefined } };
  }
  const tableId = row.Association?.TransitGatewayRouteTableId;
  if (tableId === undefined || (row.Association?.State as string | undefined) === 'disassociated') {
    const foreign = row.TransitGatewayOwnerId !== undefined && row.TransitGatewayOwnerId !== place.account;
    // The owner of the gateway alone is told of associations.
    if (!foreign) return undefined;
    const settledBy = `the route table associated with ${attachment}, read in account ${row.TransitGatewayOwnerId ?? ''}`;
    return { doubt: { code: 'CROSS_ACCOUNT', object: gateway, settledBy, gap: undefined } };
  }
  const state: string | undefined = row.Association?.State;
  if (state !== undefined && state !== 'associated' && state !== 'disassociated') {
    return {
      doubt: {
        code: 'STATE_CHANGING',
        object: attachment,
        settledBy: `the association of ${attachment} once it has settled`,
        gap: undefined,
      },
    };
  }
  return routesOf(network, place, tableId, row.TransitGatewayOwnerId, flow);
}

function routesOf(
  network: Network,
  from: Place,
  id: string,
  owner: string | undefined,
  { family }: Pick<Flow, 'family'>,
): Found<GatewayTable> {
  const found = find({ network, from, owner }, 'transitGatewayRouteTables', idOf.transitGatewayRouteTables, id);
  if (found.value === undefined) return found;
  const { detail } = found.value;
  if (!detail.known) return { doubt: unread(`the routes of ${id}`, detail.gap) };
  const routes = detail.value.Routes ?? [];
  if (detail.value.AdditionalRoutesAvailable === true) {
    return { doubt: { code: 'UNREADABLE', object: id, settledBy: `all routes of ${id}, of which only some were shown`, gap: undefined } };
  }
  return { value: { id, routes, partition: partitionFor(routes, id, found.place, family) }, place: found.place };
}

const partitions = new WeakMap<object, WeakMap<object, Map<number, RoutePartition>>>();

/** Computed once, as long as the prefix lists are the same. */
function partitionFor(routes: readonly TgwRoute[], id: string, place: Place, family: 4 | 6): RoutePartition {
  const lists = place.facts.prefixLists;
  let byRoutes = partitions.get(lists);
  if (byRoutes === undefined) partitions.set(lists, (byRoutes = new WeakMap()));
  let byFamily = byRoutes.get(routes);
  if (byFamily === undefined) byRoutes.set(routes, (byFamily = new Map()));
  let partition = byFamily.get(family);
  if (partition === undefined) byFamily.set(family, (partition = routePartition(asTable(routes, id), family, prefixListEntries(lists))));
  return partition;
}

/**
 * As a route table of a VPC, which goes by the same order: longest prefix, then static before propagated.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview
 */
function asTable(routes: readonly TgwRoute[], id: string) {
  return {
    RouteTableId: id,
    Routes: routes.map(({ DestinationCidrBlock: block, PrefixListId, Type, TransitGatewayAttachments }) => ({
      ...(PrefixListId !== undefined
        ? { DestinationPrefixListId: PrefixListId }
        : block?.includes(':') === true
          ? { DestinationIpv6CidrBlock: block }
          : { DestinationCidrBlock: block ?? '' }),
      Origin: Type === 'propagated' ? ('EnableVgwRoutePropagation' as const) : ('CreateRoute' as const),
      TransitGatewayId: (TransitGatewayAttachments ?? []).map(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId).join(' '),
    })),
  };
}

/**
 * The flow with the answer whether the gateway would send replies back where the flow has come from: by the table of the attachment by which it
 * leaves. It counts only where replies really come to the gateway, which the receiver's own table decides.
 */
function withReturnTable(walk: Walk, entry: GatewayEntry, flow: Flow, leaving: string): Flow {
  const table = tableOf(walk.network, { ...entry, attachment: leaving }, flow);
  const step = { kind: 'transit-gateway-route-table', id: table?.value?.id ?? leaving, detail: 'no route back to the sender' };
  const told = (answer: WayBack, detail = step.detail, doubt?: Doubt): Flow => ({
    ...flow,
    tablesBack: [...flow.tablesBack, { answer, step: { ...step, detail }, doubt }],
  });
  if (isIgnored(walk, 'NO_RETURN_ROUTE', step)) return flow;
  if (table === undefined) return told('no');
  if (table.value === undefined) return told('maybe', step.detail, table.doubt);
  const { routes, partition } = table.value;
  const sender = flow.source.addresses;
  const claims = partition.claims
    .filter(({ addresses }) => intersect(addresses, sender).length > 0)
    .map((claim) => ({ ...claim, back: leadsTo(routes[claim.index], entry.attachment) }));
  const answer = wayBackTo(sender, claims, partition.taken);
  const lost = claims.find(({ back }) => back === 'no');
  const detail = lost === undefined ? step.detail : 'replies do not go back to the sender';
  const doubt: Doubt = lost?.doubt ??
    partition.doubt ?? { code: 'ADDRESS_UNKNOWN', object: step.id, settledBy: 'the address that the sender gets', gap: undefined };
  return told(answer, detail, answer === 'maybe' ? doubt : undefined);
}

function leadsTo(route: TgwRoute | undefined, attachment: string): WayBack {
  if (route === undefined || route.State === 'blackhole') return 'no';
  return (route.TransitGatewayAttachments ?? []).some((target) => target.TransitGatewayAttachmentId === attachment) ? 'yes' : 'no';
}
