import type { PathStep } from '../../core/path-step.ts';
import type { InternetGateway } from '../../inventory/sections/internet-gateways.ts';
import type { RouteTable } from '../../inventory/sections/route-tables.ts';
import { intersect, subtract, union, type AddressSet } from '../address-set.ts';
import { publicAccess } from '../block-public-access.ts';
import type { Crossed } from '../cross-subnet.ts';
import { unread, type Doubt } from '../doubt.ts';
import { blocked, narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { listed, type Network } from '../network.ts';
import { partitionOf } from '../partition-of.ts';
import { targetOf, type RouteClaim } from '../route-pieces.ts';
import { isEmpty, onlyAddresses, remoteAddresses } from '../traffic.ts';
import type { Router } from '../walk.ts';
import { admittedByAcl } from './admission.ts';
import { leadsThrough, pastEdgeFirewall } from './edge-firewall.ts';
import type { PortView } from './inbound.ts';

/**
 * From the internet into a subnet: by the internet gateway of the VPC, past Block Public Access and the subnet's network ACL. The gateway
 * delivers only to subnets that send what is for the sender back to it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 *
 * @param receivers the private addresses that the gateway has paired with public ones
 */
export function enterVpc(network: Network, router: Router, flow: Flow, view: PortView, receivers: AddressSet): Crossed {
  const gateway = gatewayOf(network, router);
  if (gateway.doubt !== undefined) return stopped(undecided(flow, gateway.doubt));
  if (gateway.value === undefined) {
    return stopped(blocked(flow, 'NOT_ATTACHED', { kind: 'vpc', id: router.vpcId, detail: 'has no internet gateway' }));
  }
  const id = gateway.value.InternetGatewayId ?? '';
  const state: string = gateway.value.Attachments?.find(({ VpcId }) => VpcId === router.vpcId)?.State ?? 'attached';
  const step = { kind: 'internet-gateway', id, detail: `attached to ${router.vpcId}` };
  if (state === 'detached') return stopped(blocked(flow, 'NOT_ATTACHED', { ...step, detail: `is detached from ${router.vpcId}` }));
  const settled = state === 'available' || state === 'attached';
  const changing: Doubt = { code: 'STATE_CHANGING', object: id, settledBy: `the state of ${id} once it has settled`, gap: undefined };
  const arriving = narrowed(past(flow, step), flow.traffic, settled ? [] : [changing]);

  const edge = edgeOf(network, router, id, flow, receivers);
  if (edge.lost !== undefined) return stopped(blocked(arriving, 'BLACKHOLE', edge.lost));
  const access = publicAccess(network, router, { direction: 'in', kind: 'direct', inspected: edge.target !== undefined });
  if (access.doubt === undefined && !access.open) return stopped(blocked(arriving, 'BLOCK_PUBLIC_ACCESS', access.step));
  const led = edge.step === undefined ? arriving : past(arriving, edge.step);
  const admitted = narrowed(led, arriving.traffic, access.doubt === undefined ? [] : [access.doubt]);
  const inspected = pastEdge(network, router, admitted, view, receivers, edge);
  const { target } = edge;
  const plain = target !== undefined && leadsThrough(network, router, flow.family, receivers, target, id);

  const answered = inspected.passed.map((each) => withWayBack(network, router, each, id, { target, plain }));
  const entered = answered.flatMap(({ passed }) => passed).map((each) => admittedByAcl(network, router, each, view));
  return {
    passed: entered.flatMap(({ passed }) => passed),
    stopped: [...inspected.stopped, ...answered.flatMap((each) => each.stopped), ...entered.flatMap((each) => each.stopped)],
  };
}

/** What gets past the appliance to which the gateway leads: what the rules of a firewall say, and of any other appliance nobody knows. */
function pastEdge(network: Network, router: Router, flow: Flow, view: PortView, receivers: AddressSet, edge: Edge): Crossed {
  const { target, doubt } = edge;
  if (doubt === undefined) return { passed: [flow], stopped: [] };
  const firewall =
    edge.sure === true && target !== undefined ? pastEdgeFirewall(network, router, flow, view, receivers, target) : undefined;
  return firewall ?? { passed: [narrowed(flow, flow.traffic, [doubt])], stopped: [] };
}

function stopped(piece: Piece): Crossed {
  return { passed: [], stopped: [piece] };
}

/** The internet gateway of a VPC, which has at most one; neither where it has none. */
function gatewayOf(network: Network, { place, vpcId, owner }: Router): { readonly value?: InternetGateway; readonly doubt?: Doubt } {
  for (const each of [place, ...network.places.filter((other) => other !== place)]) {
    const value = listed(each, 'internetGateways').find(({ Attachments }) => Attachments?.some(({ VpcId }) => VpcId === vpcId));
    if (value !== undefined) return { value };
  }
  const what = `the internet gateway of ${vpcId}`;
  const own = network.places.find(({ account, region }) => account === (owner ?? place.account) && region === place.region);
  if (own === undefined)
    return { doubt: { code: 'CROSS_ACCOUNT', object: vpcId, settledBy: `${what}, read in account ${owner ?? ''}`, gap: undefined } };
  const fact = own.facts.internetGateways;
  return fact.known ? {} : { doubt: unread(what, fact.gap) };
}

interface Edge {
  /** Where traffic is led instead of to its receiver. */
  readonly target?: string | undefined;
  readonly step?: PathStep;
  readonly doubt?: Doubt;
  /** Is it certain that it is led there? */
  readonly sure?: boolean;
  readonly lost?: PathStep;
}

/**
 * The gateway's own route table may lead what is for a subnet to an appliance first.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
function edgeOf(network: Network, router: Router, gatewayId: string, { family }: Flow, receivers: AddressSet): Edge {
  for (const place of [router.place, ...network.places.filter((other) => other !== router.place)]) {
    const table = listed(place, 'routeTables').find((each) => isEdge(each, gatewayId));
    if (table === undefined) continue;
    for (const { route, addresses, destination, doubt } of partitionOf(place, table, family).claims) {
      const target = targetOf(route);
      if (intersect(addresses, receivers).length === 0 || (target === 'local' && doubt === undefined)) continue;
      const step = {
        kind: 'route',
        id: table.RouteTableId ?? '',
        detail: `${destination} → ${target ?? 'an unknown target'} (edge of ${gatewayId})`,
      };
      if (route.State === 'blackhole' && doubt === undefined) return { lost: step };
      const object = target ?? table.RouteTableId ?? '';
      return {
        target,
        step,
        sure: doubt === undefined,
        doubt: doubt ?? { code: 'APPLIANCE', object, settledBy: `what ${object} lets pass`, gap: undefined },
      };
    }
  }
  return {};
}

function isEdge({ Associations = [] }: RouteTable, gatewayId: string): boolean {
  return Associations.some(
    ({ GatewayId, AssociationState }) => GatewayId === gatewayId && (AssociationState?.State ?? 'associated').startsWith('associat'),
  );
}

/** What the gateway's own routes lead to first. */
interface Led {
  readonly target: string | undefined;
  /** Does it plainly send on to the receiver, and back to the gateway? */
  readonly plain: boolean;
}

/** The senders to whom the subnet's routes lead back by the same gateway, and by what the gateway has led them to. */
function withWayBack(network: Network, router: Router, flow: Flow, gatewayId: string, led: Led): Crossed {
  const table = router.table.value;
  if (table === undefined) return { passed: [narrowed(flow, flow.traffic, [router.table.doubt])], stopped: [] };
  const id = table.RouteTableId ?? '';
  const senders = remoteAddresses(flow.traffic);
  const { claims } = partitionOf(router.table.place ?? router.place, table, flow.family);
  const passed: Flow[] = [];
  const closed: { readonly addresses: AddressSet; readonly step: PathStep }[] = [];
  let answered: AddressSet = [];
  for (const claim of claims) {
    const traffic = onlyAddresses(flow.traffic, claim.addresses);
    if (isEmpty(traffic)) continue;
    const target = targetOf(claim.route);
    const step = { kind: 'route', id, detail: `replies: ${claim.destination} → ${target ?? 'an unknown target'} (${router.tableBy})` };
    const back = wayBack(network, router, claim, gatewayId, led);
    if (back === 'no') closed.push({ addresses: claim.addresses, step });
    else {
      answered = union([...answered, ...claim.addresses]);
      passed.push(narrowed(past(flow, step), traffic, back === 'yes' ? [] : [back]));
    }
  }
  const lost = [
    ...closed,
    { addresses: senders, step: { kind: 'route-table', id, detail: `${router.tableBy}: no route back to the sender` } },
  ];
  const pieces: Piece[] = [];
  for (const { addresses, step } of lost) {
    const unanswered = onlyAddresses(flow.traffic, intersect(addresses, subtract(senders, answered)));
    answered = union([...answered, ...addresses]);
    if (!isEmpty(unanswered)) pieces.push(blocked(narrowed(flow, unanswered), 'NO_RETURN_ROUTE', step));
  }
  return { passed, stopped: pieces };
}

function wayBack(network: Network, router: Router, { route, doubt }: RouteClaim, gatewayId: string, led: Led): 'yes' | 'no' | Doubt {
  const target = targetOf(route);
  const active = route.State === undefined || route.State === 'active';
  if (route.State === 'blackhole' || route.State === 'filtered') return 'no';
  const unsure: Doubt = { code: 'UNREADABLE', object: target ?? '', settledBy: `whether replies go back by ${gatewayId}`, gap: undefined };
  if (target === undefined || !active) return doubt ?? unsure;
  const through = led.target === undefined ? gatewayId : led.plain ? led.target : undefined;
  if (target === through) return doubt ?? 'yes';
  if (target === gatewayId) {
    // An appliance may take offence at connections of which it does not see the answers.
    const settledBy = `whether ${led.target ?? ''} lets through what is answered past it`;
    return doubt ?? { code: 'APPLIANCE', object: led.target ?? '', settledBy, gap: undefined };
  }
  // Behind an appliance replies may find their way to the gateway, unless it takes offence at not having seen what they answer.
  return isAppliance(network, router, target)
    ? (doubt ?? { code: 'APPLIANCE', object: target, settledBy: `whether ${target} sends replies back`, gap: undefined })
    : 'no';
}

function isAppliance(network: Network, router: Router, target: string): boolean {
  if (target.startsWith('eni-')) return true;
  if (!target.startsWith('vpce-')) return false;
  const endpoint = find({ network, from: router.place, owner: router.owner }, 'vpcEndpoints', idOf.vpcEndpoints, target).value;
  return endpoint?.VpcEndpointType !== 'Gateway';
}
