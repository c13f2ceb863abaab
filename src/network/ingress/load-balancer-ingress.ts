import { union, type AddressSet, type IpFamily } from '../address-set.ts';
import { areaOf, type Area } from '../area.ts';
import type { Crossed } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { everyAddress } from '../every-address.ts';
import { narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { internet } from '../internet.ts';
import { uniteValues, type IntervalSet } from '../interval-set.ts';
import { withUnread } from '../leave-interface.ts';
import { addressesOfInterface, groupRows } from '../members.ts';
import { listed, type Network } from '../network.ts';
import type { Origin } from '../origin.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { settleReplies } from '../replies.ts';
import { routerOf, subnetAddresses, zoneOf } from '../router.ts';
import { securityGroupTraffic, type Members } from '../security-group-traffic.ts';
import { isEmpty, noTraffic, type Traffic, type TrafficKind } from '../traffic.ts';
import type { Router } from '../walk.ts';
import { admittedByGroups } from './admission.ts';
import { enterVpc } from './enter-vpc.ts';
import type { Balancer, Front } from './front.ts';
import { frontsOf } from './fronts.ts';
import { inboundFlow, listenerPorts, type PortView } from './inbound.ts';
import { toTarget } from './to-target.ts';

/**
 * Connections from the internet to an interface by way of load balancers: into one of the load balancer's subnets, past its groups, and on to
 * the target. https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 *
 * @throws TooComplex
 */
export function loadBalancerIngress(network: Network, origin: Origin, family: IpFamily): readonly Piece[] {
  const { fronts, doubts } = frontsOf(network, origin);
  const ways = fronts
    .filter(({ balancer }) => balancer.families.includes(family))
    .flatMap((front) => through(network, origin, family, front));
  if (doubts.length === 0) return ways;
  // What nobody could read brings in at most what the groups of the interface let in from anybody.
  const admitted = fromAnybody(network, origin, family);
  if (isEmpty(admitted)) return ways;
  const flow = inboundFlow(family, admitted);
  return [...ways, ...doubts.map((doubt) => undecided(flow, doubt, { kind: 'interface', id: origin.id }))];
}

function through(network: Network, origin: Origin, family: IpFamily, front: Front): readonly Piece[] {
  const { balancer, ports, doubts } = front;
  const traffic: Traffic = { ...noTraffic, [ports.kind]: areaOf(internet[family], [{ first: ports.target, last: ports.target }]) };
  const step = { kind: 'load-balancer', id: balancer.id, detail: `internet-facing, ${ports.kind} ${ports.listener} → ${ports.target}` };
  const start = narrowed(past(inboundFlow(family, traffic), step), traffic, doubts);
  return balancer.subnetIds.flatMap((subnetId) => {
    const router = routerOf(network, balancer.place, subnetId);
    if (router.value === undefined) return [undecided(start, router.doubt, { kind: 'interface', id: origin.id })];
    return byNode(network, origin, front, router.value, start);
  });
}

function byNode(network: Network, origin: Origin, front: Front, router: Router, flow: Flow): readonly Piece[] {
  const { balancer, ports } = front;
  const view = listenerPorts(ports, flow.family);
  const entered = enterVpc(network, router, flow, view, nodesOf(network, balancer, router, flow.family));
  return [
    ...entered.stopped,
    ...entered.passed.flatMap((each) => {
      const admitted = pastGroups(network, balancer, router, each, view);
      return [
        ...admitted.stopped,
        ...admitted.passed.flatMap((inside) => {
          const settled = settleReplies(inside, 'workload');
          const doubts = otherZone(network, origin, balancer, router);
          const nodes = nodesOf(network, balancer, router, front.receiver.family);
          const onward = settled.passed.map((client) => narrowed(client, client.traffic, doubts));
          return [...settled.stopped, ...onward.flatMap((client) => toTarget(network, origin, front, { router, nodes }, client))];
        }),
      ];
    }),
  ];
}

/** A network load balancer without groups lets everything in; any other has some. */
function pastGroups(network: Network, { id, type, groupIds }: Balancer, router: Router, flow: Flow, view: PortView): Crossed {
  if (groupIds.length > 0) return admittedByGroups(network, router.place, groupIds, flow, view);
  const doubt: Doubt = { code: 'UNREADABLE', object: id, settledBy: `the security groups of ${id}`, gap: undefined };
  return { passed: [type === 'network' ? flow : narrowed(flow, flow.traffic, [doubt])], stopped: [] };
}

/** The addresses of a load balancer in a subnet; all of the subnet where its interfaces are not seen. */
function nodesOf(network: Network, { described }: Balancer, { subnet }: Router, family: IpFamily): AddressSet {
  const own = network.places
    .flatMap((place) => listed(place, 'networkInterfaces'))
    .filter(({ Description, SubnetId }) => Description === described && SubnetId === subnet?.SubnetId);
  const addresses = union(own.flatMap((each) => addressesOfInterface(each, family)));
  return addresses.length > 0 || subnet === undefined ? addresses : subnetAddresses(subnet, family);
}

/**
 * Application load balancers forward from any of their zones to any; of the others only an attribute says so, which is not read.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#cross-zone-load-balancing
 */
function otherZone(network: Network, origin: Origin, { id, type }: Balancer, router: Router): readonly Doubt[] {
  const target = routerOf(network, origin.place, origin.subnetId).value?.subnet;
  const [from, to] = [router.subnet === undefined ? undefined : zoneOf(router.subnet), target === undefined ? undefined : zoneOf(target)];
  if (type === 'application' || from === undefined || to === undefined || from === to) return [];
  return [{ code: 'UNREADABLE', object: id, settledBy: `whether ${id} forwards from ${from} to ${to}`, gap: undefined }];
}

/** Everything that the groups of an interface let in from anywhere, as if every sender on the internet could send it. */
function fromAnybody(network: Network, origin: Origin, family: IpFamily): Traffic {
  const { groups, doubts } = groupRows(network, origin.place, origin.groupIds);
  const entries = prefixListEntries(origin.place.facts.prefixLists);
  const values: Record<TrafficKind, IntervalSet> = { tcp: [], udp: [], icmp: [], other: [] };
  for (const own of [4, 6] as const) {
    const anybody: Members = { must: everyAddress[own], may: everyAddress[own], doubt: undefined };
    const { may } = withUnread(
      securityGroupTraffic(groups, 'IpPermissions', own, entries, () => anybody),
      doubts,
      own,
    );
    for (const kind of ['tcp', 'udp'] as const) values[kind] = uniteValues(values[kind], valuesOfArea(may[kind]));
  }
  const area = (kind: TrafficKind): Area => areaOf(internet[family], values[kind]);
  return { ...noTraffic, tcp: area('tcp'), udp: area('udp') };
}

function valuesOfArea(area: Area): IntervalSet {
  return area.reduce<IntervalSet>((sum, { values }) => uniteValues(sum, values), []);
}
