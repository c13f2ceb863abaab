import type { NatGateway } from '../../inventory/sections/nat-gateways.ts';
import { parseAddress, union } from '../address-set.ts';
import { intoSubnet, leaveSubnet } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { everyAddress } from '../every-address.ts';
import { narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { find } from '../found.ts';
import { passesInState } from '../gateway-state.ts';
import { idOf } from '../ids.ts';
import { allReplies, settleReplies } from '../replies.ts';
import { withReturnRoute } from '../return-route.ts';
import { gatewayRouter, routerOf, zoneOf } from '../router.ts';
import { isEmpty, without, type Traffic } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import { toIpv4, translatable } from './nat64.ts';

/**
 * A NAT gateway: it takes TCP, UDP and ICMP from its own VPC, gives them an address of its own, and sends them on by the route table of its own
 * subnet. A regional one is in no subnet and has a table of its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
export function natGatewayHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const found = find({ network: walk.network, from: router.place, owner: router.owner }, 'natGateways', idOf.natGateways, id);
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const { value: nat } = found;
  const passes = passesInState(id, nat.State);
  const step = { kind: 'nat-gateway', id, detail: sayNat(nat) };
  if (flow.visited.includes(id)) return stop(walk, flow, 'LOOP', { ...step, detail: 'its own route table leads back to it' });
  if (typeof passes === 'object') return [undecided(flow, passes)];
  const available = (): readonly Piece[] => byProtocol(walk, router, flow, nat);
  return passes ? available() : stop(walk, flow, 'GATEWAY_UNAVAILABLE', { ...step, detail: `is ${nat.State ?? ''}` }, available);
}

function sayNat(nat: NatGateway): string {
  const kind = isRegional(nat) ? 'regional' : nat.ConnectivityType === 'private' ? 'private' : 'public';
  const addresses = (nat.NatGatewayAddresses ?? []).flatMap(({ PublicIp, PrivateIp }) => PublicIp ?? PrivateIp ?? []);
  return addresses.length === 0 ? kind : `${kind}, ${addresses.slice(0, 3).join(', ')}`;
}

function isRegional({ AvailabilityMode }: NatGateway): boolean {
  return AvailabilityMode === 'regional';
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
function byProtocol(walk: Walk, router: Router, flow: Flow, nat: NatGateway): readonly Piece[] {
  const id = nat.NatGatewayId ?? '';
  const carried: Traffic = { ...flow.traffic, other: [] };
  const rest = without(flow.traffic, carried);
  const step = { kind: 'nat-gateway', id, detail: 'carries TCP, UDP and ICMP only' };
  const refused = isEmpty(rest) ? [] : stop(walk, narrowed(flow, rest), 'NAT_PROTOCOL', step);
  return isEmpty(carried) ? refused : [...refused, ...toGateway(walk, router, narrowed(flow, carried), nat)];
}

function toGateway(walk: Walk, router: Router, flow: Flow, nat: NatGateway): readonly Piece[] {
  if (isRegional(nat)) return toRegional(walk, router, flow, nat);
  const found = routerOf(walk.network, router.place, nat.SubnetId ?? '');
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const inside = found.value;
  const { passed, stopped } = intoSubnet(walk, router, inside, flow);
  return [...stopped, ...passed.flatMap((each) => translated(walk, inside, each, nat))];
}

/** It serves the zones where it has addresses; where it provisions them itself, all of them. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html */
function toRegional(walk: Walk, router: Router, flow: Flow, nat: NatGateway): readonly Piece[] {
  const id = nat.NatGatewayId ?? '';
  const inside = gatewayRouter(walk.network, router.place, router, nat.RouteTableId ?? '');
  const left = leaveSubnet(walk, router, flow);
  const onward = left.passed.flatMap((each): readonly Piece[] => {
    const go = (): readonly Piece[] => translated(walk, inside, each, nat);
    const zone = router.subnet === undefined ? undefined : zoneOf(router.subnet);
    const served = nat.AutoProvisionZones === 'enabled' || servesZone(nat, router);
    if (served === true) return go();
    if (zone === undefined || served === undefined) {
      const doubt: Doubt = { code: 'UNREADABLE', object: id, settledBy: `the zones in which ${id} has addresses`, gap: undefined };
      return translated(walk, inside, narrowed(each, each.traffic, [doubt]), nat);
    }
    return stop(walk, each, 'NAT_ZONE', { kind: 'nat-gateway', id, detail: `has no address in ${zone}` }, go);
  });
  return [...left.stopped, ...onward];
}

/** Has a regional gateway an address in the subnet's zone? Undefined where that is not told. Names of zones hold within one account. */
function servesZone({ NatGatewayAddresses = [] }: NatGateway, { place, subnet }: Router): boolean | undefined {
  const named = subnet?.OwnerId === undefined || subnet.OwnerId === place.account;
  const same = NatGatewayAddresses.map(({ AvailabilityZoneId: id, AvailabilityZone: name }) => {
    if (id !== undefined && subnet?.AvailabilityZoneId !== undefined) return id === subnet.AvailabilityZoneId;
    return named && name !== undefined && subnet?.AvailabilityZone !== undefined ? name === subnet.AvailabilityZone : undefined;
  });
  if (same.includes(true)) return true;
  return same.length === 0 || same.includes(undefined) ? undefined : false;
}

/** Behind the translation: the sender is the gateway, and what replies of the sender's own stretch are lost is settled. */
function translated(walk: Walk, inside: Router, flow: Flow, nat: NatGateway): readonly Piece[] {
  const id = nat.NatGatewayId ?? '';
  const arrived = past(flow, { kind: 'nat-gateway', id, detail: sayNat(nat) });
  const settled = settleReplies(withReturnRoute(walk, inside, arrived), flow.source.isNat ? 'gateway' : 'workload');
  const out = settled.passed.flatMap((each): readonly Piece[] => {
    const carried = each.family === 4 ? each.traffic : translatable(each.traffic);
    const rest = without(each.traffic, carried);
    const step = { kind: 'nat-gateway', id, detail: 'carries of IPv6 only TCP, UDP and echo requests to 64:ff9b::/96 (NAT64)' };
    const lost = isEmpty(rest) ? [] : stop(walk, narrowed(each, rest), 'NAT_FAMILY', step);
    if (isEmpty(carried)) return lost;
    const target = each.family === 4 ? each : toIpv4(each);
    const sent = {
      ...target,
      source: sourceOf(nat, inside),
      replies: allReplies(4, 'gateway'),
      visited: sinceSender(target, id),
      tablesBack: [],
    };
    return [...lost, ...walk.forward(inside, sent)];
  });
  return [...settled.stopped, ...out];
}

/** With a new sender the way begins anew, also the way of the replies; only to come back to a NAT gateway is to go round for ever. */
function sinceSender({ visited }: Flow, id: string): readonly string[] {
  return [...visited.filter((each) => each.startsWith('nat-')), id];
}

function sourceOf(nat: NatGateway, inside: Router): Flow['source'] {
  const own = (nat.NatGatewayAddresses ?? []).filter(({ Status }) => Status === undefined || Status === 'succeeded');
  const addresses = union(own.flatMap(({ PrivateIp }) => (PrivateIp === undefined ? [] : (parseAddress(PrivateIp) ?? []))));
  // A regional gateway always has public addresses, and no public one is made without any, whether an answer lists them or not.
  const listed = (nat.NatGatewayAddresses ?? []).length > 0;
  const isPublic =
    isRegional(nat) || (nat.ConnectivityType !== 'private' && (!listed || own.some(({ PublicIp }) => PublicIp !== undefined)));
  return {
    // A regional gateway does not tell by which address it sends inside AWS.
    addresses: addresses.length > 0 ? addresses : everyAddress[4],
    publicAddress: isPublic ? 'public' : 'none',
    vpcId: inside.vpcId,
    groups: undefined,
    isNat: true,
  };
}
