import { subtract, type IpFamily } from './address-set.ts';
import { withDoubts, type Doubt } from './doubt.ts';
import type { Crossed } from './cross-subnet.ts';
import { narrowed, type Flow } from './flow.ts';
import { egressSteps, noRule } from './group-steps.ts';
import { carrierAddresses, groupRows, membersOf } from './members.ts';
import type { Network, Place } from './network.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { groupsReferredTo, securityGroupTraffic, type GroupTraffic } from './security-group-traffic.ts';
import { allTraffic, common, isEmpty, without } from './traffic.ts';
import { everyAddress } from './every-address.ts';
import { stop, type Destination, type Walk } from './walk.ts';

/** What the groups of an interface let out, and what they keep. They are stateful: replies are not asked for. */
export function leaveInterface(walk: Walk, place: Place, groupIds: readonly string[], flow: Flow): Crossed {
  const { must, may, rules, doubts } = egressOf(walk, place, groupIds, flow.family);
  const [sure, most] = [common(flow.traffic, must), common(flow.traffic, may)];
  const guarded: Flow = { ...flow, trail: [...flow.trail, (traffic) => egressSteps(rules, traffic)] };
  const maybe = without(most, sure);
  const passed = [...(isEmpty(sure) ? [] : [narrowed(guarded, sure)]), ...(isEmpty(maybe) ? [] : [narrowed(guarded, maybe, doubts)])];
  const rest = without(flow.traffic, most);
  if (isEmpty(rest)) return { passed, stopped: [] };
  const stopped = stop(walk, narrowed(flow, rest), 'SECURITY_GROUP', noRule(groupIds, 'IpPermissionsEgress'), () => []);
  // Where the groups are to be ignored nothing is stopped, and all goes on.
  return stopped.length === 0 ? { passed: [...passed, narrowed(guarded, rest)], stopped } : { passed, stopped };
}

interface Egress {
  readonly traffic: GroupTraffic;
  /** The groups that rules refer to. */
  readonly refersTo: ReadonlySet<string>;
}

const computed = new WeakMap<Network, Map<string, Egress>>();

/** Computed once for each set of groups, but for destinations that carry a group that rules refer to, and are no interfaces that were read. */
function egressOf(walk: Walk, place: Place, ids: readonly string[], family: IpFamily): GroupTraffic {
  const groupIds = [...ids].sort();
  const key = [place.account, place.region, family, ...groupIds].join(' ');
  let known = computed.get(walk.network);
  if (known === undefined) computed.set(walk.network, (known = new Map()));
  let egress = known.get(key);
  if (egress === undefined) known.set(key, (egress = evaluated({ ...walk, destinations: [] }, place, groupIds, family)));
  const { traffic, refersTo } = egress;
  const isMeant = walk.destinations.some((each) => each.groupIds.some((id) => refersTo.has(id) && isNew(walk.network, each, id, family)));
  return isMeant ? evaluated(walk, place, groupIds, family).traffic : traffic;
}

/** Does a destination have addresses that no interface of the group has? */
function isNew(network: Network, { addresses }: Destination, groupId: string, family: IpFamily): boolean {
  return subtract(addresses, carrierAddresses(network, groupId, family)).length > 0;
}

function evaluated(walk: Pick<Walk, 'network' | 'destinations'>, place: Place, groupIds: readonly string[], family: IpFamily): Egress {
  const { groups, doubts } = groupRows(walk.network, place, groupIds);
  const entriesOf = prefixListEntries(place.facts.prefixLists);
  const traffic = securityGroupTraffic(groups, 'IpPermissionsEgress', family, entriesOf, membersOf(walk, place, family));
  return { traffic: withUnread(traffic, doubts, family), refersTo: groupsReferredTo(groups, 'IpPermissionsEgress') };
}

/** A group that could not be read may let everything pass. */
export function withUnread(traffic: GroupTraffic, doubts: readonly Doubt[], family: IpFamily): GroupTraffic {
  if (doubts.length === 0) return traffic;
  return { ...traffic, may: allTraffic(everyAddress[family], family), doubts: withDoubts(traffic.doubts, doubts) };
}
