import type { LoadBalancerListeners } from '../inventory/sections/load-balancer-listeners.ts';
import type { NetworkInterface } from '../inventory/sections/network-interfaces.ts';
import type { Crossed } from './cross-subnet.ts';
import { unread } from './doubt.ts';
import { narrowed, type Flow } from './flow.ts';
import { valuesOf } from './interval-set.ts';
import { listed, type Network, type Place } from './network.ts';
import { isEmpty, onlyValues, without, type Traffic } from './traffic.ts';
import { stop, type Walk } from './walk.ts';

type Listener = Extract<LoadBalancerListeners['detail'], { readonly known: true }>['value']['Listeners'][number];

/** What an interface is that belongs to no security group, as gateways and some load balancers do; undefined for every other. */
export function grouplessKind({ Groups, InterfaceType }: NetworkInterface): 'load-balancer' | 'nat-gateway' | undefined {
  if ((Groups ?? []).length > 0) return undefined;
  if (InterfaceType === 'network_load_balancer') return 'load-balancer';
  // The model of the SDK says `natGateway`, and EC2 answers `nat_gateway`.
  const type: string = InterfaceType ?? '';
  return type === 'nat_gateway' || type === 'natGateway' ? 'nat-gateway' : undefined;
}

/**
 * Into an interface that no security group guards. A Network Load Balancer takes what its listeners take, from anybody; a NAT gateway takes
 * nothing that it has not been asked for.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
export function enterGroupless(walk: Walk, place: Place, each: NetworkInterface, flow: Flow): Crossed {
  const id = each.NetworkInterfaceId ?? '';
  if (grouplessKind(each) === 'nat-gateway') {
    const step = { kind: 'network-interface', id, detail: 'a NAT gateway, which accepts no connections' };
    return { passed: [], stopped: stop(walk, flow, 'NO_SESSION', step) };
  }
  const listeners = listenersOf(walk.network, each);
  if (listeners === undefined) {
    const settledBy = `the listeners of ${each.Description ?? id}`;
    const fact = place.facts.loadBalancerListeners;
    const doubt = fact.known ? { code: 'DANGLING' as const, object: id, settledBy, gap: undefined } : unread(settledBy, fact.gap);
    return { passed: [narrowed(flow, flow.traffic, [doubt])], stopped: [] };
  }
  const taken = takenBy(listeners, flow);
  const rest = without(flow.traffic, taken);
  const step = { kind: 'network-interface', id, detail: 'a load balancer without a listener for it' };
  return {
    passed: isEmpty(taken) ? [] : [narrowed(flow, taken)],
    stopped: isEmpty(rest) ? [] : stop(walk, narrowed(flow, rest), 'NO_SESSION', step),
  };
}

/** The listeners of the load balancer whose interface this is: `ELB net/name/0123456789abcdef` is the end of its ARN. */
function listenersOf(network: Network, { Description }: NetworkInterface): readonly Listener[] | undefined {
  const end = /^ELB (?<end>\S+)$/.exec(Description ?? '')?.groups?.['end'];
  if (end === undefined) return undefined;
  const row = network.places
    .flatMap((place) => listed(place, 'loadBalancerListeners'))
    .find(({ summary }) => summary.LoadBalancerArn.endsWith(`:loadbalancer/${end}`));
  return row?.detail.known === true ? row.detail.value.Listeners : undefined;
}

function takenBy(listeners: readonly Listener[], { traffic, family }: Flow): Traffic {
  const ports = (protocols: readonly string[]) =>
    valuesOf(
      listeners.flatMap(({ Protocol, Port }) =>
        Port === undefined || !protocols.includes(Protocol ?? '') ? [] : [{ first: Port, last: Port }],
      ),
    );
  const values = {
    tcp: ports(['TCP', 'TLS', 'TCP_UDP', 'TCP_QUIC']),
    udp: ports(['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC']),
    icmp: [],
    other: [],
  };
  return onlyValues(traffic, values, family);
}
