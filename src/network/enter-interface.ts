import type { Crossed } from './cross-subnet.ts';
import { narrowed, type Flow } from './flow.ts';
import { ingressSteps, noRule } from './group-steps.ts';
import { groupRows } from './members.ts';
import { withUnread } from './leave-interface.ts';
import type { Place } from './network.ts';
import { portsFrom } from './ports-from.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { securityGroupTraffic, type GroupPair, type Members } from './security-group-traffic.ts';
import { isEmpty, onlyValues, without, type Traffic } from './traffic.ts';
import { stop, type Walk } from './walk.ts';

/**
 * What the groups of an interface let in, of what a known sender sends.
 *
 * A rule that refers to a group matches a sender that carries it, as long as nothing on the way has hidden that.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 */
export function enterInterface(walk: Walk, place: Place, groupIds: readonly string[], flow: Flow): Crossed {
  const { family, source } = flow;
  const { groups, doubts: unfound } = groupRows(walk.network, place, groupIds);
  const admitted = (pair: GroupPair): Members => {
    const may = source.groups?.includes(pair.GroupId ?? '') === true ? source.addresses : [];
    if (may.length === 0 || source.groupsDoubt === undefined) return { must: may, may, doubt: undefined };
    return { must: [], may, doubt: source.groupsDoubt };
  };
  const entriesOf = prefixListEntries(place.facts.prefixLists);
  const { must, may, rules, doubts } = withUnread(
    securityGroupTraffic(groups, 'IpPermissions', family, entriesOf, admitted),
    unfound,
    family,
  );
  const sure = onlyValues(flow.traffic, values(must, flow, 'each'), family);
  const most = onlyValues(flow.traffic, values(may, flow, 'some'), family);
  const guarded: Flow = { ...flow, trail: [...flow.trail, (traffic) => ingressSteps(rules, source.addresses, traffic)] };
  const maybe = without(most, sure);
  const why =
    doubts.length > 0
      ? doubts
      : [{ code: 'ADDRESS_UNKNOWN' as const, object: groupIds.join(', '), settledBy: 'the address of the sender', gap: undefined }];
  const passed = [...(isEmpty(sure) ? [] : [narrowed(guarded, sure)]), ...(isEmpty(maybe) ? [] : [narrowed(guarded, maybe, why)])];
  const rest = without(flow.traffic, most);
  if (isEmpty(rest)) return { passed, stopped: [] };
  const stopped = stop(walk, narrowed(flow, rest), 'SECURITY_GROUP', noRule(groupIds, 'IpPermissions'), () => []);
  return stopped.length === 0 ? { passed: [...passed, narrowed(guarded, rest)], stopped } : { passed, stopped };
}

function values(traffic: Traffic, { source }: Flow, which: 'each' | 'some') {
  const of = (kind: keyof Traffic) => portsFrom(traffic[kind], source.addresses)[which];
  return { tcp: of('tcp'), udp: of('udp'), icmp: of('icmp'), other: of('other') };
}
