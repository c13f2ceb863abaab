import { addressesOf, areaOf, intersectAreas } from '../area.ts';
import type { IpFamily } from '../address-set.ts';
import { everyAddress } from '../every-address.ts';
import type { Flow } from '../flow.ts';
import { internet } from '../internet.ts';
import { allReplies } from '../replies.ts';
import { noTraffic, type Traffic } from '../traffic.ts';

/**
 * How the ports of a rule translate into those of the traffic that is asked about. Inbound traffic is told by its sender and the port at the
 * workload: what a load balancer's own rules say of its listener is said of the port that it forwards to.
 */
export type PortView = (rules: Traffic) => Traffic;

/** Rules that are about the workload's own ports. */
export const ownPorts: PortView = (rules) => rules;

/** What is connected to by one port, and forwarded to another. */
export interface PortMapping {
  readonly kind: 'tcp' | 'udp';
  readonly listener: number;
  readonly target: number;
}

/** Rules that are about the listener of a load balancer. */
export function listenerPorts({ kind, listener, target }: PortMapping, family: IpFamily): PortView {
  return (rules) => {
    const admitted = intersectAreas(rules[kind], areaOf(everyAddress[family], [{ first: listener, last: listener }]));
    return { ...noTraffic, [kind]: areaOf(addressesOf(admitted), [{ first: target, last: target }]) };
  };
}

/** Everything that the internet may send: by its sender and the port at the workload. */
export function inboundFlow(family: IpFamily, traffic: Traffic): Flow {
  return {
    family,
    traffic,
    source: { addresses: internet[family], publicAddress: 'public', vpcId: '', groups: undefined, isNat: false },
    // Who attacks chooses his port.
    replies: allReplies(family, 'workload'),
    quality: 'full',
    trail: [],
    doubts: [],
    visited: [],
    tablesBack: [],
    inspectedBy: [],
    translated: false,
  };
}
