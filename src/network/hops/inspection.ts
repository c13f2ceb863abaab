import type { VpcEndpoint } from '../../inventory/sections/vpc-endpoints.ts';
import type { Doubt } from '../doubt.ts';
import { firewallOf } from '../firewall/firewall-of.ts';
import { firewallDecision } from '../firewall/firewall-decision.ts';
import { narrowed, past, undecided, type Flow, type Piece } from '../flow.ts';
import { common, isEmpty, without } from '../traffic.ts';
import { stop, type Router, type Walk } from '../walk.ts';

/**
 * An appliance behind a Gateway Load Balancer endpoint, or AWS Network Firewall. What it lets pass goes on by the route table of the endpoint's
 * subnet; security groups cannot be told any more behind it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-gwlb-endpoint
 */
export function inspectionHop(walk: Walk, inside: Router, flow: Flow, endpoint: VpcEndpoint): readonly Piece[] {
  const id = endpoint.VpcEndpointId ?? '';
  const inspected: Flow = {
    ...flow,
    source: { ...flow.source, groups: undefined },
    visited: [...flow.visited, id],
    inspectedBy: [...flow.inspectedBy, id],
  };
  const firewall = firewallOf(walk.network, inside.place, id);
  if (firewall === undefined || firewall.doubt !== undefined) {
    const doubt: Doubt = firewall?.doubt ?? {
      code: 'APPLIANCE',
      object: id,
      settledBy: `what the appliance behind ${id} lets pass`,
      gap: undefined,
    };
    return onward(walk, inside, inspected, doubt);
  }
  const { arn, policy } = firewall.value;
  const step = { kind: 'network-firewall', id: arn, detail: policy };
  const decision = firewallDecision(walk.network, firewall.place, firewall.value, inspected);
  const [sure, maybe] = [common(inspected.traffic, decision.must), common(inspected.traffic, without(decision.may, decision.must))];
  const dropped = without(inspected.traffic, decision.may);
  return [
    ...(isEmpty(sure) ? [] : walk.forward(inside, narrowed(past(inspected, step), sure))),
    ...(isEmpty(maybe) ? [] : onward(walk, inside, narrowed(past(inspected, step), maybe), decision.doubt)),
    ...(isEmpty(dropped)
      ? []
      : stop(walk, narrowed(inspected, dropped), 'FIREWALL', { ...step, detail: decision.reason }, () =>
          walk.forward(inside, narrowed(past(inspected, step), dropped)),
        )),
  ];
}

/** Blocked behind it is blocked, whatever it lets pass; all else hangs on it. */
function onward(walk: Walk, inside: Router, flow: Flow, doubt: Doubt | undefined): readonly Piece[] {
  const why: Doubt = doubt ?? {
    code: 'FIREWALL_RULES',
    object: flow.inspectedBy.at(-1) ?? '',
    settledBy: 'what its rules let pass',
    gap: undefined,
  };
  const pieces = walk.forward(inside, { ...flow, doubts: [...flow.doubts, why] });
  return pieces.length > 0 ? pieces : [undecided(flow, why)];
}
