import type { LoadBalancerListeners } from '../../inventory/sections/load-balancer-listeners.ts';
import type { LoadBalancer } from '../../inventory/sections/load-balancers.ts';
import type { NetworkInterface } from '../../inventory/sections/network-interfaces.ts';
import type { TargetGroup } from '../../inventory/sections/target-groups.ts';
import { intersect, parseAddress, type AddressSet, type IpFamily } from '../address-set.ts';
import { unread, type Doubt } from '../doubt.ts';
import { addressesOfInterface } from '../members.ts';
import { listed, type Network, type Place } from '../network.ts';
import { interfaceById, type Origin } from '../origin.ts';
import { classicFronts } from './classic-fronts.ts';
import { isPort, type Balancer, type Front, type Fronts } from './front.ts';
import type { PortMapping } from './inbound.ts';
import { primaryDoubt } from './primary-interface.ts';

/** Every way from an internet-facing load balancer to an interface. What does not exist yet is nobody's target. */
export function frontsOf(network: Network, origin: Origin): Fronts {
  const row = interfaceById(network, origin.id)?.row;
  if (row === undefined) return { fronts: [], doubts: [] };
  const places = network.places.filter(({ region }) => region === origin.place.region);
  const found = places.flatMap((place) => [inPlace(network, place, origin, row), classicFronts(network, place, origin, row)]);
  return { fronts: found.flatMap(({ fronts }) => fronts), doubts: found.flatMap(({ doubts }) => doubts) };
}

function inPlace(network: Network, place: Place, origin: Origin, row: NetworkInterface): Fronts {
  const doubts: Doubt[] = [];
  const fronts: Front[] = [];
  const { loadBalancers, loadBalancerListeners, targetGroups } = place.facts;
  const own = place.account === origin.place.account;
  if (!loadBalancers.known && own) doubts.push(unread(`the load balancers in front of ${origin.id}`, loadBalancers.gap));
  for (const each of listed(place, 'loadBalancers')) {
    if (each.Scheme === 'internal' || (each.Scheme === undefined && each.Type === 'gateway')) continue;
    const id = each.LoadBalancerArn ?? '';
    const state = stateOf(each);
    if (state === 'out') continue;
    if (!targetGroups.known) doubts.push(unread(`the targets of ${id}`, targetGroups.gap));
    const type: string = each.Type ?? '';
    if ((type !== 'application' && type !== 'network') || each.Scheme !== 'internet-facing') {
      doubts.push({ code: 'UNREADABLE', object: id, settledBy: `what ${id} is, a load balancer of type ${type}`, gap: undefined });
      continue;
    }
    const balancer = balancerOf(each, type, place);
    for (const group of listed(place, 'targetGroups').filter(({ summary }) => summary.LoadBalancerArns?.includes(id))) {
      const targets = targetsIn(network, group, origin, row);
      doubts.push(...targets.doubts);
      if (targets.hits.length === 0) continue;
      const listeners = listed(place, 'loadBalancerListeners').find(({ summary }) => summary.LoadBalancerArn === id);
      if (listeners?.detail.known !== true) {
        const gap =
          listeners?.detail.known === false ? listeners.detail.gap : loadBalancerListeners.known ? undefined : loadBalancerListeners.gap;
        doubts.push(
          gap === undefined
            ? { code: 'DANGLING', object: id, settledBy: `the listeners of ${id}`, gap }
            : unread(`the listeners of ${id}`, gap),
        );
        continue;
      }
      const ways = listenersTo(listeners.detail.value.Listeners, group, balancer);
      for (const { listener, doubt } of ways) {
        const why = [...(state === 'in' ? [] : [state]), ...(doubt === undefined ? [] : [doubt])];
        for (const hit of targets.hits) {
          const found = waysTo(listener, group, hit, balancer, why);
          fronts.push(...found.fronts);
          doubts.push(...found.doubts);
        }
      }
    }
  }
  return { fronts, doubts };
}

function stateOf({ LoadBalancerArn = '', State }: LoadBalancer): 'in' | 'out' | Doubt {
  const code: string = State?.Code ?? 'active';
  if (code === 'active' || code === 'active_impaired') return 'in';
  if (code === 'failed') return 'out';
  return {
    code: 'STATE_CHANGING',
    object: LoadBalancerArn,
    settledBy: `${LoadBalancerArn} once it has settled (it is ${code})`,
    gap: undefined,
  };
}

function balancerOf(each: LoadBalancer, type: Balancer['type'], place: Place): Balancer {
  const id = each.LoadBalancerArn ?? '';
  const dual: string = each.IpAddressType ?? 'ipv4';
  const families: readonly IpFamily[] = dual === 'dualstack-without-public-ipv4' ? [6] : dual.startsWith('dualstack') ? [4, 6] : [4];
  return {
    id,
    type,
    place,
    subnetIds: (each.AvailabilityZones ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
    groupIds: each.SecurityGroups ?? [],
    families,
    described: `ELB ${id.split(':loadbalancer/')[1] ?? ''}`,
  };
}

interface Hit {
  readonly family: IpFamily;
  readonly addresses: AddressSet;
  readonly port: number | undefined;
  readonly doubt?: Doubt | undefined;
}

/** Which targets of a group are the interface. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html */
function targetsIn(
  network: Network,
  { summary, detail }: TargetGroup,
  origin: Origin,
  row: NetworkInterface,
): { readonly hits: readonly Hit[]; readonly doubts: readonly Doubt[] } {
  const id = summary.TargetGroupArn ?? '';
  const type: string = summary.TargetType ?? 'instance';
  if (type === 'lambda') return { hits: [], doubts: [] };
  if (!detail.known) return { hits: [], doubts: [unread(`the targets of ${id}`, detail.gap)] };
  const { Targets } = detail.value;
  if (type === 'ip') {
    const hits = Targets.flatMap(({ Id = '', Port = summary.Port }): readonly Hit[] => {
      const address = parseAddress(Id);
      if (address === undefined || intersect(origin.addresses[address.family], [address]).length === 0) return [];
      return [{ family: address.family, addresses: [{ first: address.first, last: address.last }], port: Port }];
    });
    return { hits, doubts: [] };
  }
  if (type === 'instance') {
    const instance = row.Attachment?.InstanceId;
    const named = Targets.filter(({ Id }) => Id !== undefined && Id === instance);
    const family: IpFamily = summary.IpAddressType === 'ipv6' ? 6 : 4;
    const addresses = addressesOfInterface(row, family);
    return {
      hits: named.map(({ Port = summary.Port }) => ({ family, addresses, port: Port, doubt: primaryDoubt(network, row) })),
      doubts: [],
    };
  }
  const what = type === 'alb' ? `the targets of the load balancers behind ${id}` : `what targets of type ${type} are (${id})`;
  return { hits: [], doubts: [{ code: 'UNKNOWN_TARGET', object: id, settledBy: what, gap: undefined }] };
}

type Listener = Extract<LoadBalancerListeners['detail'], { readonly known: true }>['value']['Listeners'][number];

/** The listeners that forward to a group: by default, or, of application load balancers, perhaps by a rule, which is not read. */
function listenersTo(
  listeners: readonly Listener[],
  { summary }: TargetGroup,
  { type }: Balancer,
): readonly { readonly listener: Listener; readonly doubt?: Doubt }[] {
  const group = summary.TargetGroupArn ?? '';
  const names = ({ DefaultActions = [] }: Listener): boolean =>
    DefaultActions.some(
      ({ TargetGroupArn, ForwardConfig }) =>
        TargetGroupArn === group || ForwardConfig?.TargetGroups?.some((each) => each.TargetGroupArn === group),
    );
  const byDefault = listeners.filter(names);
  if (type !== 'application') return byDefault.map((listener) => ({ listener }));
  const byRule = listeners.filter((listener) => !names(listener));
  const onlyOne = byDefault.length === 0 && byRule.length === 1;
  const doubt: Doubt = { code: 'UNREADABLE', object: group, settledBy: `which rules forward to ${group}`, gap: undefined };
  return [...byDefault.map((listener) => ({ listener })), ...byRule.map((listener) => (onlyOne ? { listener } : { listener, doubt }))];
}

const kindsOf: Readonly<Record<string, readonly PortMapping['kind'][]>> = {
  HTTP: ['tcp'],
  HTTPS: ['tcp'],
  TCP: ['tcp'],
  TLS: ['tcp'],
  UDP: ['udp'],
  TCP_UDP: ['tcp', 'udp'],
  QUIC: ['udp'],
  TCP_QUIC: ['tcp', 'udp'],
};

/** What a listener takes, by the protocols that listener and targets share. */
function waysTo(listener: Listener, { summary }: TargetGroup, hit: Hit, balancer: Balancer, given: readonly Doubt[]): Fronts {
  const object = listener.ListenerArn ?? balancer.id;
  const protocol: string = listener.Protocol ?? '';
  const target: string = summary.Protocol ?? protocol;
  const kinds = kindsOf[protocol]?.filter((kind) => kindsOf[target]?.includes(kind) ?? true);
  if (kinds === undefined || !isPort(listener.Port) || !isPort(hit.port)) {
    const settledBy = `what ${object} forwards, of protocol ${protocol} and port ${listener.Port ?? 'unknown'} to port ${hit.port ?? 'unknown'}`;
    return { fronts: [], doubts: [{ code: 'UNREADABLE', object, settledBy, gap: undefined }] };
  }
  const [from, to] = [listener.Port, hit.port];
  const doubts = hit.doubt === undefined ? given : [...given, hit.doubt];
  const fronts = kinds.map((kind): Front => ({
    balancer,
    ports: { kind, listener: from, target: to },
    receiver: { family: hit.family, addresses: hit.addresses },
    keepsClient: keepsClient(balancer, target),
    doubts,
  }));
  return { fronts, doubts: [] };
}

/**
 * Network load balancers hand the client's address on: always for UDP, and for TCP as an attribute says, which is not read.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
function keepsClient({ type }: Balancer, protocol: string): Front['keepsClient'] {
  if (type !== 'network') return 'no';
  return protocol === 'TCP' || protocol === 'TLS' ? 'either' : 'yes';
}
