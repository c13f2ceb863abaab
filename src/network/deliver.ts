import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import { intersect, union, type AddressSet, type IpFamily } from './address-set.ts';
import { intoSubnet } from './cross-subnet.ts';
import { unread, type Doubt } from './doubt.ts';
import { enterGroupless, grouplessKind } from './enter-groupless.ts';
import { enterInterface } from './enter-interface.ts';
import { arrived, narrowed, past, undecided, type Flow, type Piece } from './flow.ts';
import { find } from './found.ts';
import { idOf } from './ids.ts';
import { addressesOfInterface } from './members.ts';
import { listed, type Network } from './network.ts';
import { settleReplies } from './replies.ts';
import { withReturnRoute } from './return-route.ts';
import { routerOf } from './router.ts';
import { isEmpty, onlyAddresses, remoteAddresses, without } from './traffic.ts';
import { stop, type Destination, type Router, type Walk } from './walk.ts';

/**
 * Brings a flow to the interfaces of the router's VPC that hold its addresses: over the borders of both subnets where these differ, and past
 * the receiver's security groups. Nobody answers for an address that no interface holds.
 */
export function deliver(walk: Walk, router: Router, flow: Flow): readonly Piece[] {
  const receivers =
    walk.destinations.length > 0
      ? walk.destinations.filter((each) => isInVpc(walk.network, router, each))
      : receiversIn(walk.network, router, flow);
  const pieces: Piece[] = [];
  let rest = flow.traffic;
  for (const receiver of receivers) {
    const traffic = onlyAddresses(rest, receiver.addresses);
    if (isEmpty(traffic)) continue;
    rest = without(rest, traffic);
    pieces.push(...toReceiver(walk, router, narrowed(flow, traffic), receiver));
  }
  if (isEmpty(rest)) return pieces;
  const left = narrowed(flow, rest);
  const doubt = hiddenInterfaces(walk.network, router);
  if (doubt !== undefined) return [...pieces, undecided(left, doubt)];
  return [...pieces, ...stop(walk, left, 'NO_INTERFACE', { kind: 'vpc', id: router.vpcId, detail: 'no interface holds the address' })];
}

/** Two VPCs may use the same addresses: a router delivers to its own. A subnet that nobody saw may be one of them. */
function isInVpc(network: Network, { place, vpcId }: Router, { subnetId }: Destination): boolean {
  const subnet = find({ network, from: place }, 'subnets', idOf.subnets, subnetId).value;
  return subnet === undefined || subnet.VpcId === vpcId;
}

function toReceiver(walk: Walk, router: Router, flow: Flow, { id, subnetId, groupIds, groupless }: Destination): readonly Piece[] {
  const found = routerOf(walk.network, router.place, subnetId);
  if (found.value === undefined) return [undecided(flow, found.doubt)];
  const receiver = found.value;
  const { passed, stopped } = intoSubnet(walk, router, receiver, flow);
  return [
    ...stopped,
    ...passed.flatMap((each) => {
      const asked = withReturnRoute(walk, receiver, each);
      const entered =
        groupless === undefined
          ? enterInterface(walk, receiver.place, groupIds, asked)
          : enterGroupless(walk, receiver.place, groupless, asked);
      return [
        ...entered.stopped,
        ...entered.passed.flatMap((inside) => {
          const settled = settleReplies(past(inside, { kind: 'network-interface', id, detail: `in ${subnetId}` }), 'workload');
          return [...settled.stopped, ...settled.passed.map((end) => arrived(end, { kind: 'interface', id }))];
        }),
      ];
    }),
  ];
}

/** The interfaces of a VPC that hold some of the flow's addresses; those that are guarded alike are one. */
function receiversIn(network: Network, router: Router, flow: Flow): readonly Destination[] {
  const addresses = remoteAddresses(flow.traffic);
  const alike = new Map<string, { ids: string[]; first: Destination; addresses: AddressSet }>();
  const places = [router.place, ...network.places.filter((place) => place !== router.place)];
  for (const each of places.flatMap((place) => ofVpc(listed(place, 'networkInterfaces')).get(router.vpcId) ?? [])) {
    const own = addressesIn(each, flow.family, addresses);
    if (own.length === 0) continue;
    const groupIds = (each.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []).sort();
    const [id, subnetId] = [each.NetworkInterfaceId ?? '', each.SubnetId ?? ''];
    const groupless = grouplessKind(each) === undefined ? {} : { groupless: each };
    const key = 'groupless' in groupless ? id : [subnetId, ...groupIds].join(' ');
    const before = alike.get(key);
    if (before === undefined)
      alike.set(key, { ids: [id], first: { id, addresses: own, subnetId, groupIds, ...groupless }, addresses: own });
    else alike.set(key, { ...before, ids: [...before.ids, id], addresses: union([...before.addresses, ...own]) });
  }
  return [...alike.values()].map(({ ids, first, addresses: all }) => ({ ...first, id: ids.join(', '), addresses: all }));
}

function addressesIn(each: NetworkInterface, family: IpFamily, wanted: AddressSet): AddressSet {
  return intersect(addressesOfInterface(each, family), wanted);
}

const indexes = new WeakMap<object, ReadonlyMap<string, readonly NetworkInterface[]>>();

function ofVpc(interfaces: readonly NetworkInterface[]): ReadonlyMap<string, readonly NetworkInterface[]> {
  let index = indexes.get(interfaces);
  if (index === undefined) {
    const made = new Map<string, NetworkInterface[]>();
    for (const each of interfaces) {
      const own = made.get(each.VpcId ?? '');
      if (own === undefined) made.set(each.VpcId ?? '', [each]);
      else own.push(each);
    }
    indexes.set(interfaces, (index = made));
  }
  return index;
}

/**
 * Why there may be interfaces in the VPC that are not seen. In a shared VPC a participant sees only its own, and the owner all of them.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html
 */
function hiddenInterfaces({ places }: Network, { place, owner = place.account, vpcId }: Router): Doubt | undefined {
  const home = owner === place.account ? place : places.find(({ account, region }) => account === owner && region === place.region);
  if (home === undefined) {
    return { code: 'CROSS_ACCOUNT', object: vpcId, settledBy: `the interfaces of ${vpcId}, read in account ${owner}`, gap: undefined };
  }
  const fact = home.facts.networkInterfaces;
  return fact.known ? undefined : unread(`the interfaces of ${vpcId}`, fact.gap);
}
