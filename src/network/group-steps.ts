import type { PathStep } from '../core/path-step.ts';
import { areaOf, intersectAreas } from './area.ts';
import type { AddressSet } from './address-set.ts';
import { portsText, protocolText } from './rule-text.ts';
import type { Direction, GroupRule } from './security-group-traffic.ts';
import { everyValue, common, isEmpty, trafficKinds, type Traffic } from './traffic.ts';

/** Enough to see what has to be changed; all rules that matter are found by the search for the smallest change. */
const shown = 3;

/** The rules that let a piece of outgoing traffic pass. */
export function egressSteps(rules: readonly GroupRule[], traffic: Traffic): readonly PathStep[] {
  return steps(
    rules.filter(({ admits }) => !isEmpty(common(admits, traffic))),
    'IpPermissionsEgress',
  );
}

/** The rules that let a piece of incoming traffic pass: by its sender, since the far end of an inbound rule is the source. */
export function ingressSteps(rules: readonly GroupRule[], sender: AddressSet, traffic: Traffic): readonly PathStep[] {
  const lets = ({ admits }: GroupRule): boolean =>
    trafficKinds.some((kind) => traffic[kind].length > 0 && intersectAreas(admits[kind], areaOf(sender, everyValue)).length > 0);
  return steps(rules.filter(lets), 'IpPermissions');
}

/** The rules that let a piece of incoming traffic pass that is told by its sender and the port at the receiver. */
export function admittingSteps(rules: readonly GroupRule[], traffic: Traffic): readonly PathStep[] {
  return steps(
    rules.filter(({ admits }) => !isEmpty(common(admits, traffic))),
    'IpPermissions',
  );
}

function steps(rules: readonly GroupRule[], direction: Direction): readonly PathStep[] {
  return rules.slice(0, shown).map(({ groupId, path, peer, permission }) => {
    const traffic = [protocolText(permission.IpProtocol), portsText(permission.FromPort, permission.ToPort)].filter((word) => word !== '');
    const way = direction === 'IpPermissions' ? 'inbound' : 'outbound';
    const end = direction === 'IpPermissions' ? 'from' : 'to';
    return { kind: 'security-group-rule', id: groupId, detail: `${way} ${traffic.join(' ')} ${end} ${peer} (${path})` };
  });
}

/** What stands for groups none of whose rules lets the traffic pass. */
export function noRule(groupIds: readonly string[], direction: Direction): PathStep {
  const way = direction === 'IpPermissions' ? 'inbound' : 'outbound';
  return { kind: 'security-group', id: groupIds.join(', '), detail: `no ${way} rule allows it` };
}
