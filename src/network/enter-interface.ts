import type { Crossed } from './cross-subnet.ts';
import type { IpFamily } from './address-set.ts';
import { narrowed, type Flow, type Source } from './flow.ts';
import { ingressSteps, noRule } from './group-steps.ts';
import { groupRows, isStale } from './members.ts';
import { withUnread } from './leave-interface.ts';
import type { Network, Place } from './network.ts';
import { portsFrom } from './ports-from.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import {
  groupsReferredTo,
  securityGroupTraffic,
  type GroupPair,
  type GroupTraffic,
  type Members,
  type MembersOf,
} from './security-group-traffic.ts';
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
  const { must, may, rules, doubts } = ingressOf(walk, place, groupIds, flow);
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

interface Ingress {
  readonly traffic: GroupTraffic;
  /** The groups that rules refer to. */
  readonly refersTo: ReadonlySet<string>;
}

const computed = new WeakMap<Network, Map<string, Ingress>>();

/** Computed once for each set of groups, but for senders that carry a group that rules refer to. */
function ingressOf(walk: Walk, place: Place, groupIds: readonly string[], { family, source }: Flow): GroupTraffic {
  const key = [place.account, place.region, family, ...groupIds].join(' ');
  let known = computed.get(walk.network);
  if (known === undefined) computed.set(walk.network, (known = new Map()));
  let ingress = known.get(key);
  if (ingress === undefined) known.set(key, (ingress = evaluated(walk, place, groupIds, family, () => nobody)));
  const { traffic, refersTo } = ingress;
  const isMeant = source.groups?.some((id) => refersTo.has(id)) === true;
  return isMeant ? evaluated(walk, place, groupIds, family, (pair) => sender(pair, source)).traffic : traffic;
}

function evaluated({ network }: Walk, place: Place, groupIds: readonly string[], family: IpFamily, membersOf: MembersOf): Ingress {
  const { groups, doubts } = groupRows(network, place, groupIds);
  const traffic = securityGroupTraffic(groups, 'IpPermissions', family, prefixListEntries(place.facts.prefixLists), membersOf);
  return { traffic: withUnread(traffic, doubts, family), refersTo: groupsReferredTo(groups, 'IpPermissions') };
}

const nobody: Members = { must: [], may: [], doubt: undefined };

function sender(pair: GroupPair, { groups, groupsDoubt, addresses }: Source): Members {
  const may = !isStale(pair) && groups?.includes(pair.GroupId ?? '') === true ? addresses : [];
  if (may.length === 0 || groupsDoubt === undefined) return { must: may, may, doubt: undefined };
  return { must: [], may, doubt: groupsDoubt };
}

function values(traffic: Traffic, { source }: Flow, which: 'each' | 'some') {
  const of = (kind: keyof Traffic) => portsFrom(traffic[kind], source.addresses)[which];
  return { tcp: of('tcp'), udp: of('udp'), icmp: of('icmp'), other: of('other') };
}
