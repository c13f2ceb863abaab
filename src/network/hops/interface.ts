import type { NetworkInterface } from '../../inventory/sections/network-interfaces.ts';
import { intoSubnet } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { enterInterface } from '../enter-interface.ts';
import { past, undecided, type Flow, type Piece, type Sink } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { leaveInterface } from '../leave-interface.ts';
import { addressesOfInterface } from '../members.ts';
import { listed } from '../network.ts';
import { allReplies } from '../replies.ts';
import { routerOf } from '../router.ts';
import { uniteAll, isEmpty, common, without, noTraffic } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';
import { publicAddressOf } from '../public-address.ts';
import { backToIpv6 } from './nat64.ts';

/**
 * An instance that is to forward what is not for itself: a NAT instance, a firewall, a proxy. It can only with its source/destination check
 * off, and only what its own network lets out; whether it does is nobody's to see.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
export function interfaceHop(walk: Walk, router: Router, flow: Flow, id: string): readonly Piece[] {
  const found = find({ network: walk.network, from: router.place, owner: router.owner }, 'networkInterfaces', idOf.networkInterfaces, id);
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const { value: appliance } = found;
  const step = { kind: 'network-interface', id, detail: appliance.Attachment?.InstanceId ?? appliance.InterfaceType ?? 'appliance' };
  if (flow.visited.includes(id)) return stop(walk, flow, 'LOOP', { ...step, detail: 'its own route table leads back to it' });
  const entered: Flow = { ...past(flow, step), visited: [...flow.visited, id] };
  const open = (): readonly Piece[] => toAppliance(walk, router, entered, appliance);
  if (appliance.SourceDestCheck !== true) return open();
  return stop(
    walk,
    flow,
    'SOURCE_DEST_CHECK',
    { ...step, detail: 'drops what is not for itself: its source/destination check is on' },
    open,
  );
}

function toAppliance(walk: Walk, router: Router, flow: Flow, appliance: NetworkInterface): readonly Piece[] {
  const found = routerOf(walk.network, router.place, appliance.SubnetId ?? '');
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const inside = found.value;
  const { passed, stopped } = intoSubnet(walk, router, inside, flow);
  const groupIds = (appliance.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  return [
    ...stopped,
    ...passed.flatMap((each) => {
      const admitted = enterInterface(walk, inside.place, groupIds, each);
      return [...admitted.stopped, ...admitted.passed.flatMap((in_) => throughAppliance(walk, inside, in_, appliance))];
    }),
  ];
}

/**
 * What the appliance could send on is at most what its own interfaces can send: with its own addresses (as a NAT does), or with the sender's.
 * What none of them can send is blocked for certain; all else is undecided.
 */
function throughAppliance(walk: Walk, inside: Router, flow: Flow, appliance: NetworkInterface): readonly Piece[] {
  const id = appliance.NetworkInterfaceId ?? '';
  const doubt: Doubt = {
    code: 'APPLIANCE',
    object: id,
    settledBy: `what ${appliance.Attachment?.InstanceId ?? id} does with traffic that is not for itself`,
    gap: undefined,
  };
  const all = interfacesOf(walk, inside, appliance);
  if (all === undefined) return [undecided(flow, doubt)];
  const sent = all.flatMap((each) => onward(walk, inside, flow, each)).map((piece) => asSent(piece, flow));
  const open = sent.filter(({ verdict }) => verdict !== 'blocked');
  const possible = uniteAll([noTraffic, ...open.map(({ traffic }) => traffic)]);
  const sink: Sink | undefined = open.flatMap((piece) => (piece.verdict === 'blocked' ? [] : (piece.sink ?? [])))[0];
  const shut = without(flow.traffic, possible);
  const dead = sent.flatMap((piece) => {
    const traffic = piece.verdict === 'blocked' ? common(piece.traffic, shut) : noTraffic;
    return isEmpty(traffic) || piece.verdict !== 'blocked' ? [] : [{ ...piece, traffic }];
  });
  return [...(isEmpty(possible) ? [] : [undecided(flow, doubt, sink, possible)]), ...dead];
}

function onward(walk: Walk, inside: Router, flow: Flow, each: NetworkInterface): readonly Piece[] {
  const found = routerOf(walk.network, inside.place, each.SubnetId ?? '');
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const router = found.value;
  const groupIds = (each.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  const forwarded: Flow = { ...flow, replies: allReplies(flow.family, 'workload'), source: { ...flow.source, groups: undefined } };
  const addresses = addressesOfInterface(each, flow.family);
  const source = {
    addresses,
    publicAddress: publicAddressOf(each, flow.family, router.subnet),
    vpcId: router.vpcId,
    groups: groupIds,
    isNat: false,
  };
  const ways = addresses.length === 0 ? [forwarded] : [forwarded, { ...forwarded, source }];
  return ways.flatMap((way) => {
    const { passed, stopped } = leaveInterface(walk, router.place, groupIds, way);
    return [...stopped, ...passed.flatMap((out) => walk.forward(router, out))];
  });
}

/** A piece in the addresses of the flow that came to the appliance, also where a NAT gateway behind it has translated them. */
function asSent(piece: Piece, { family, translated }: Flow): Piece {
  return piece.family === family ? piece : { ...piece, family, translated, traffic: backToIpv6(piece.traffic) };
}

/** All interfaces of the instance, since it may send on through any; undefined where they cannot all be told. */
function interfacesOf(walk: Walk, { place }: Router, appliance: NetworkInterface): readonly NetworkInterface[] | undefined {
  const instance = appliance.Attachment?.InstanceId;
  if (instance === undefined) return undefined;
  if (!place.facts.networkInterfaces.known) return undefined;
  return walk.network.places.flatMap((each) =>
    listed(each, 'networkInterfaces').filter(({ Attachment }) => Attachment?.InstanceId === instance),
  );
}
