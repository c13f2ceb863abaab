import type { PathStep } from '../../core/path-step.ts';
import type { NetworkAcl } from '../../inventory/sections/network-acls.ts';
import type { Crossed } from '../cross-subnet.ts';
import type { Doubt } from '../doubt.ts';
import { blocked, narrowed, type BlockCode, type Flow, type Trail } from '../flow.ts';
import { admittingSteps, noRule } from '../group-steps.ts';
import { withUnread } from '../leave-interface.ts';
import { groupRows } from '../members.ts';
import { aclTraffic, networkAclOf } from '../network-acl-of.ts';
import { entryText } from '../network-acl-steps.ts';
import type { AclPiece } from '../network-acl-traffic.ts';
import type { Network, Place } from '../network.ts';
import { prefixListEntries } from '../prefix-list-entries.ts';
import { narrowReplies } from '../replies.ts';
import { securityGroupTraffic, type Members } from '../security-group-traffic.ts';
import { common, isEmpty, without, type Traffic } from '../traffic.ts';
import type { Router } from '../walk.ts';
import type { PortView } from './inbound.ts';

interface Decision {
  readonly must: Traffic;
  readonly may: Traffic;
  readonly doubts: readonly Doubt[];
  readonly steps: Trail;
  readonly code: BlockCode;
  /** What stops a part of the traffic. */
  readonly stoppedBy: (rest: Traffic) => PathStep;
}

/** What passes for certain, what may, and what is stopped. */
function divided(flow: Flow, { must, may, doubts, steps, code, stoppedBy }: Decision): Crossed {
  const [sure, most] = [common(flow.traffic, must), common(flow.traffic, may)];
  const maybe = without(most, sure);
  const rest = without(flow.traffic, most);
  const through: Flow = { ...flow, trail: [...flow.trail, steps] };
  return {
    passed: [...(isEmpty(sure) ? [] : [narrowed(through, sure)]), ...(isEmpty(maybe) ? [] : [narrowed(through, maybe, doubts)])],
    stopped: isEmpty(rest) ? [] : [blocked(narrowed(flow, rest), code, stoppedBy(rest))],
  };
}

/** Enough to see which entries decide. */
const shown = 2;

/**
 * Inbound traffic at the border of a subnet: inbound entries match the sender and the port at the receiver, outbound ones the way of the replies.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function admittedByAcl(network: Network, { place, subnet }: Pick<Router, 'place' | 'subnet'>, flow: Flow, view: PortView): Crossed {
  const found = networkAclOf(network, place, subnet?.SubnetId ?? '');
  if (found.value === undefined) return { passed: [narrowed(flow, flow.traffic, [found.doubt])], stopped: [] };
  const acl = found.value;
  const [into, back] = [aclTraffic(acl, false, flow.family), aclTraffic(acl, true, flow.family)];
  const replies = narrowReplies(flow.replies, back.must, back.may, returnStep(acl, back.pieces), back.doubts[0]);
  const entries = (action: AclPiece['action'], traffic: Traffic): readonly PathStep[] =>
    into.pieces
      .filter((piece) => piece.action === action && !isEmpty(common(view(piece.traffic), traffic)))
      .slice(0, shown)
      .map(({ ruleNumber }) => entryStep(acl, `inbound ${entryText(acl, false, ruleNumber)}`));
  return divided(
    { ...flow, replies },
    {
      must: view(into.must),
      may: view(into.may),
      doubts: into.doubts,
      steps: (traffic) => entries('allow', traffic),
      code: 'NETWORK_ACL',
      stoppedBy: (rest) => entries('deny', rest)[0] ?? entryStep(acl, 'inbound entry * denies the rest'),
    },
  );
}

function returnStep(acl: NetworkAcl, pieces: readonly AclPiece[]): PathStep {
  const denied = pieces.find(({ action }) => action === 'deny')?.ruleNumber ?? 32_767;
  return entryStep(acl, `outbound entry ${denied === 32_767 ? '*' : denied} denies replies`);
}

function entryStep({ NetworkAclId = '' }: NetworkAcl, detail: string): PathStep {
  return { kind: 'network-acl-entry', id: NetworkAclId, detail };
}

/**
 * Inbound traffic at an interface: what any rule of any of its groups lets in. A reference means the private addresses of a group's members, and
 * so nobody on the internet, unless it comes by a member.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 *
 * @param bearers groups of a load balancer that hands traffic on with the sender's address
 */
export function admittedByGroups(
  network: Network,
  place: Place,
  groupIds: readonly string[],
  flow: Flow,
  view: PortView,
  bearers: readonly string[] = [],
): Crossed {
  const { groups, doubts: unfound } = groupRows(network, place, groupIds);
  const members = (id: string | undefined): Members => {
    const must = bearers.includes(id ?? '') ? flow.source.addresses : [];
    return { must, may: must, doubt: undefined };
  };
  const admitted = securityGroupTraffic(groups, 'IpPermissions', flow.family, prefixListEntries(place.facts.prefixLists), ({ GroupId }) =>
    members(GroupId),
  );
  const { must, may, rules, doubts } = withUnread(admitted, unfound, flow.family);
  const seen = rules.map((rule) => ({ ...rule, admits: view(rule.admits) }));
  return divided(flow, {
    must: view(must),
    may: view(may),
    doubts,
    steps: (traffic) => admittingSteps(seen, traffic),
    code: 'SECURITY_GROUP',
    stoppedBy: () => noRule(groupIds, 'IpPermissions'),
  });
}
