import type { PathStep } from '../core/path-step.ts';
import type { NetworkAcl } from '../inventory/sections/network-acls.ts';
import { areaOf, type Area } from './area.ts';
import type { Doubt } from './doubt.ts';
import { everyAddress } from './every-address.ts';
import { narrowed, type Flow, type Piece, type Replies, type RepliesOf } from './flow.ts';
import { aclSteps } from './network-acl-steps.ts';
import { aclTraffic, networkAclOf } from './network-acl-of.ts';
import type { AclTraffic } from './network-acl-traffic.ts';
import { portsFrom } from './ports-from.ts';
import { narrowReplies } from './replies.ts';
import { common, isEmpty, onlyValues, without, type Traffic, type TrafficKind } from './traffic.ts';
import type { IntervalSet } from './interval-set.ts';
import { isIgnored, stop, type Router, type Walk } from './walk.ts';

/** What gets over the border of a subnet, and what does not. */
export interface Crossed {
  readonly passed: readonly Flow[];
  readonly stopped: readonly Piece[];
}

/** What an ACL decides about one flow: at least, at most, and why these differ. */
interface Decision {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly doubts: readonly Doubt[];
}

/**
 * Packets leave a subnet: the outbound entries of its network ACL match their destination, the inbound ones the source of the replies.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function leaveSubnet(walk: Walk, { place, subnet }: Pick<Router, 'place' | 'subnet'>, flow: Flow): Crossed {
  if (subnet?.SubnetId === undefined) return { passed: [flow], stopped: [] };
  const acl = networkAclOf(walk.network, place, subnet.SubnetId);
  if (acl.value === undefined) return unguarded(flow, acl.doubt);
  const out = aclTraffic(acl.value, true, flow.family);
  const decision = { must: common(flow.traffic, out.must), may: common(flow.traffic, out.may), doubts: out.doubts };
  return cross(walk, { ...flow, replies: repliesInto(walk, acl.value, flow) }, acl.value, subnet.SubnetId, true, decision);
}

/** The replies that come back into the subnet: the inbound entries match where they come from. */
function repliesInto(walk: Walk, acl: NetworkAcl, flow: Flow): Replies {
  const back = aclTraffic(acl, false, flow.family);
  const step = returnStep(acl, back, false);
  if (isIgnored(walk, 'NETWORK_ACL_RETURN', step)) return flow.replies;
  return narrowReplies(flow.replies, back.must, back.may, step, back.doubts[0]);
}

/** The replies that leave the subnet again: the outbound entries match the sender, to whom they go. */
function repliesOutOf(walk: Walk, acl: NetworkAcl, subnetId: string, flow: Flow): Replies {
  const back = aclTraffic(acl, true, flow.family);
  const step = returnStep(acl, back, true);
  if (isIgnored(walk, 'NETWORK_ACL_RETURN', step)) return flow.replies;
  const [must, may] = [repliesFrom(back.must, flow, 'each'), repliesFrom(back.may, flow, 'some')];
  return narrowReplies(flow.replies, must, may, step, back.doubts[0] ?? addressDoubt(subnetId));
}

/**
 * Packets go from where they are into a subnet. Within one subnet no ACL is asked; only what a transit gateway has put down there must have its
 * replies, on their way to the gateway, let out and in again by the ACL. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function intoSubnet(walk: Walk, from: Router, to: Router, flow: Flow): Crossed {
  if (from.subnet?.SubnetId !== to.subnet?.SubnetId) {
    const left = leaveSubnet(walk, from, flow);
    const entered = left.passed.map((each) => enterSubnet(walk, to, each));
    return {
      passed: entered.flatMap(({ passed }) => passed),
      stopped: [...left.stopped, ...entered.flatMap(({ stopped }) => stopped)],
    };
  }
  const subnetId = to.subnet?.SubnetId;
  if (from.fromTransitGateway !== true || subnetId === undefined) return { passed: [flow], stopped: [] };
  const acl = networkAclOf(walk.network, to.place, subnetId);
  if (acl.value === undefined) return unguarded(flow, acl.doubt);
  const replies = repliesOutOf(walk, acl.value, subnetId, { ...flow, replies: repliesInto(walk, acl.value, flow) });
  return { passed: [{ ...flow, replies }], stopped: [] };
}

/**
 * Packets enter a subnet, for one of its interfaces or gateways: the inbound entries match the sender's address, the outbound ones the way of
 * the replies to it.
 */
export function enterSubnet(walk: Walk, { place, subnet }: Pick<Router, 'place' | 'subnet'>, flow: Flow): Crossed {
  if (subnet?.SubnetId === undefined) return { passed: [flow], stopped: [] };
  const acl = networkAclOf(walk.network, place, subnet.SubnetId);
  if (acl.value === undefined) return unguarded(flow, acl.doubt);
  const into = aclTraffic(acl.value, false, flow.family);
  const decision = {
    must: onlyValues(flow.traffic, valuesFrom(into.must, flow, 'each'), flow.family),
    may: onlyValues(flow.traffic, valuesFrom(into.may, flow, 'some'), flow.family),
    doubts: into.doubts.length > 0 ? into.doubts : [addressDoubt(subnet.SubnetId)],
  };
  return cross(
    walk,
    { ...flow, replies: repliesOutOf(walk, acl.value, subnet.SubnetId, flow) },
    acl.value,
    subnet.SubnetId,
    false,
    decision,
  );
}

function cross(walk: Walk, flow: Flow, acl: NetworkAcl, subnetId: string, egress: boolean, { must, may, doubts }: Decision): Crossed {
  const guarded: Flow = { ...flow, trail: [...flow.trail, (traffic) => aclSteps(acl, egress, flow, traffic, subnetId)] };
  const maybe = without(may, must);
  const passed = [...(isEmpty(must) ? [] : [narrowed(guarded, must)]), ...(isEmpty(maybe) ? [] : [narrowed(guarded, maybe, doubts)])];
  const rest = without(flow.traffic, may);
  if (isEmpty(rest)) return { passed, stopped: [] };
  const [step] = aclSteps(acl, egress, flow, rest, subnetId, 'deny');
  const stopped = stop(walk, narrowed(flow, rest), 'NETWORK_ACL', step ?? denyAll(acl, egress), () => []);
  // Where the ACL is to be ignored nothing is stopped, and all goes on.
  if (stopped.length === 0) return { passed: [...passed, narrowed(guarded, rest)], stopped: [] };
  return { passed, stopped };
}

function unguarded(flow: Flow, doubt: Doubt): Crossed {
  return { passed: [narrowed(flow, flow.traffic, [doubt])], stopped: [] };
}

function valuesFrom(traffic: Traffic, { source }: Flow, which: 'each' | 'some'): { readonly [K in TrafficKind]: IntervalSet } {
  const of = (area: Area): IntervalSet => portsFrom(area, source.addresses)[which];
  return { tcp: of(traffic.tcp), udp: of(traffic.udp), icmp: of(traffic.icmp), other: of(traffic.other) };
}

function repliesFrom(traffic: Traffic, { source, family }: Flow, which: 'each' | 'some'): RepliesOf {
  const of = (area: Area): Area => areaOf(everyAddress[family], portsFrom(area, source.addresses)[which]);
  return { tcp: of(traffic.tcp), udp: of(traffic.udp) };
}

function addressDoubt(subnetId: string): Doubt {
  return {
    code: 'ADDRESS_UNKNOWN',
    object: subnetId,
    settledBy: `the address from which traffic enters ${subnetId}`,
    gap: undefined,
  };
}

/** The entry that denies replies: the first that denies anything. */
function returnStep(acl: NetworkAcl, { pieces }: AclTraffic, egress: boolean): PathStep {
  const denied = pieces.find(({ action }) => action === 'deny');
  const number = denied === undefined || denied.ruleNumber === 32_767 ? '*' : String(denied.ruleNumber);
  return {
    kind: 'network-acl-entry',
    id: acl.NetworkAclId ?? '',
    detail: `${egress ? 'outbound' : 'inbound'} entry ${number} denies replies`,
  };
}

function denyAll(acl: NetworkAcl, egress: boolean): PathStep {
  return { kind: 'network-acl-entry', id: acl.NetworkAclId ?? '', detail: `${egress ? 'outbound' : 'inbound'} entry * denies the rest` };
}
