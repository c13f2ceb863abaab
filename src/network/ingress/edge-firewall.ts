import type { PathStep } from '../../core/path-step.ts';
import { intersect, subtract, type AddressSet, type IpFamily } from '../address-set.ts';
import { areaOf } from '../area.ts';
import type { Crossed } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { everyAddress } from '../every-address.ts';
import { firewallDecision } from '../firewall/firewall-decision.ts';
import { firewallOf } from '../firewall/firewall-of.ts';
import { blocked, narrowed, past, type Flow } from '../flow.ts';
import { find } from '../found.ts';
import { idOf } from '../ids.ts';
import { internet } from '../internet.ts';
import { aclTraffic, networkAclOf } from '../network-acl-of.ts';
import type { Network } from '../network.ts';
import { partitionOf } from '../partition-of.ts';
import { portsFrom } from '../ports-from.ts';
import { targetOf } from '../route-pieces.ts';
import { routerOf } from '../router.ts';
import { allTraffic, common, isEmpty, without, type Traffic } from '../traffic.ts';
import type { Router } from '../walk.ts';
import type { PortView } from './inbound.ts';

/**
 * From an internet gateway whose route table leads to an endpoint of AWS Network Firewall: what the firewall's policy lets pass of what the
 * internet sends to the receivers.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 *
 * @returns undefined where no firewall that was read stands there
 */
export function pastEdgeFirewall(
  network: Network,
  router: Router,
  flow: Flow,
  view: PortView,
  receivers: AddressSet,
  endpointId: string,
): Crossed | undefined {
  const firewall = firewallOf(network, router.place, endpointId);
  if (firewall?.value === undefined || receivers.length === 0) return undefined;
  const { family } = flow;
  // Seen from the sender, who is anywhere, by the receiver and its port.
  const sender: Flow = { ...flow, traffic: allTraffic(receivers, family), source: { ...flow.source, addresses: internet[family] } };
  const decision = firewallDecision(network, firewall.place, firewall.value, sender);
  const step: PathStep = { kind: 'network-firewall', id: firewall.value.arn, detail: firewall.value.policy };
  const sure = common(flow.traffic, view(byPort(decision.must, receivers, family, 'each')));
  const most = common(flow.traffic, view(byPort(decision.may, receivers, family, 'some')));
  const [maybe, dropped] = [without(most, sure), without(flow.traffic, most)];
  const through = past({ ...flow, inspectedBy: [...flow.inspectedBy, endpointId] }, step);
  const open: Doubt = decision.doubt ?? {
    code: 'ADDRESS_UNKNOWN',
    object: endpointId,
    settledBy: `which of the addresses behind ${endpointId} is asked for`,
    gap: undefined,
  };
  return {
    passed: [...(isEmpty(sure) ? [] : [narrowed(through, sure)]), ...(isEmpty(maybe) ? [] : [narrowed(through, maybe, [open])])],
    stopped: isEmpty(dropped) ? [] : [blocked(narrowed(flow, dropped), 'FIREWALL', { ...step, detail: decision.reason })],
  };
}

/** By port at the receivers, whoever sends. */
function byPort(traffic: Traffic, receivers: AddressSet, family: IpFamily, which: 'each' | 'some'): Traffic {
  const of = (kind: keyof Traffic) => areaOf(everyAddress[family], portsFrom(traffic[kind], receivers)[which]);
  return { tcp: of('tcp'), udp: of('udp'), icmp: of('icmp'), other: of('other') };
}

/**
 * Does the subnet of an endpoint lead on to the receivers, and back to the gateway for all the internet, with a network ACL that stops nothing?
 * Where it is less plain than that nobody is told here.
 */
export function leadsThrough(
  network: Network,
  router: Router,
  family: IpFamily,
  receivers: AddressSet,
  endpointId: string,
  gatewayId: string,
): boolean {
  const endpoint = find({ network, from: router.place, owner: router.owner }, 'vpcEndpoints', idOf.vpcEndpoints, endpointId).value;
  const subnetId = endpoint?.SubnetIds?.[0] ?? '';
  const own = routerOf(network, router.place, subnetId).value;
  const acl = networkAclOf(network, router.place, subnetId).value;
  if (own?.table.value === undefined || acl === undefined) return false;
  const everything = allTraffic(everyAddress[family], family);
  if (![true, false].every((egress) => isEmpty(without(everything, aclTraffic(acl, egress, family).must)))) return false;
  const { claims } = partitionOf(own.table.place, own.table.value, family);
  const ledTo = (target: string, addresses: AddressSet): boolean => {
    const claimed = claims.filter((claim) => intersect(claim.addresses, addresses).length > 0);
    const all = claimed.flatMap((claim) => claim.addresses);
    const plain = claimed.every(
      ({ route, doubt }) => targetOf(route) === target && doubt === undefined && (route.State ?? 'active') === 'active',
    );
    return plain && subtract(addresses, all).length === 0;
  };
  return ledTo('local', receivers) && ledTo(gatewayId, internet[family]);
}
