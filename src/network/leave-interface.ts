import type { IpFamily } from './address-set.ts';
import { withDoubts, type Doubt } from './doubt.ts';
import type { Crossed } from './cross-subnet.ts';
import { narrowed, type Flow } from './flow.ts';
import { egressSteps, noRule } from './group-steps.ts';
import { groupRows, membersOf } from './members.ts';
import type { Place } from './network.ts';
import { prefixListEntries } from './prefix-list-entries.ts';
import { securityGroupTraffic, type GroupTraffic } from './security-group-traffic.ts';
import { allTraffic, common, isEmpty, without } from './traffic.ts';
import { everyAddress } from './every-address.ts';
import { stop, type Walk } from './walk.ts';

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

const computed = new WeakMap<object, Map<string, GroupTraffic>>();

/** Computed once for each set of groups, as long as no destination that does not exist yet carries one of them. */
function egressOf(walk: Walk, place: Place, groupIds: readonly string[], family: IpFamily): GroupTraffic {
  const own = walk.destinations.length > 0;
  const key = `${family} ${[...groupIds].sort().join(' ')}`;
  let known = computed.get(place.facts);
  if (known === undefined) computed.set(place.facts, (known = new Map()));
  const before = own ? undefined : known.get(key);
  if (before !== undefined) return before;
  const { groups, doubts } = groupRows(walk.network, place, groupIds);
  const entriesOf = prefixListEntries(place.facts.prefixLists);
  const traffic = withUnread(
    securityGroupTraffic(groups, 'IpPermissionsEgress', family, entriesOf, membersOf(walk, place, family)),
    doubts,
    family,
  );
  if (!own) known.set(key, traffic);
  return traffic;
}

/** A group that could not be read may let everything pass. */
export function withUnread(traffic: GroupTraffic, doubts: readonly Doubt[], family: IpFamily): GroupTraffic {
  if (doubts.length === 0) return traffic;
  return { ...traffic, may: allTraffic(everyAddress[family], family), doubts: withDoubts(traffic.doubts, doubts) };
}
